package vn.hoingo.invitations.answer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.doors.Answers;
import vn.hoingo.invitations.activity.KnownActivities;
import vn.hoingo.invitations.activity.Programme;
import vn.hoingo.invitations.guest.GuestLinks;
import vn.hoingo.invitations.invitation.Invitation;
import vn.hoingo.invitations.invitation.Invitation.Reply;
import vn.hoingo.invitations.invitation.InvitationId;
import vn.hoingo.invitations.invitation.InvitationRefusal;
import vn.hoingo.invitations.invitation.InvitationView;

/** Answers that came by telephone or on paper, taken down by staff; and what staff decide about substitutes. */
@RestController
@RequestMapping("/api/invitations/{id}")
@PreAuthorize("hasAnyRole('organiser','protocol-officer')")
class OnBehalfController {

    private final AnsweringInvitations answering;
    private final Substitutes substitutes;
    private final KnownActivities activities;
    private final Programme programme;
    private final GuestLinks links;

    OnBehalfController(
            AnsweringInvitations answering,
            Substitutes substitutes,
            KnownActivities activities,
            Programme programme,
            GuestLinks links) {
        this.answering = answering;
        this.substitutes = substitutes;
        this.activities = activities;
        this.programme = programme;
        this.links = links;
    }

    @PostMapping("/acceptance")
    ResponseEntity<InvitationView> accept(@PathVariable InvitationId id, @Valid @RequestBody Told told) {
        return answer(answering.accept(id, told.reply()));
    }

    @PostMapping("/decline")
    ResponseEntity<InvitationView> decline(@PathVariable InvitationId id, @Valid @RequestBody Told told) {
        return answer(answering.decline(id, told.reply()));
    }

    @PostMapping("/tentative")
    ResponseEntity<InvitationView> answerTentatively(@PathVariable InvitationId id, @Valid @RequestBody Told told) {
        return answer(answering.answerTentatively(id, told.reply()));
    }

    @PostMapping("/substitute")
    ResponseEntity<InvitationView> sendSubstitute(
            @PathVariable InvitationId id, @Valid @RequestBody SubstituteTold told) {
        return answer(substitutes.propose(
                answering.get(id), told.name(), told.function(), told.contact(), new Reply(told.channel(), null)));
    }

    @PostMapping("/substitute-acceptance")
    ResponseEntity<InvitationView> acceptSubstitute(@PathVariable InvitationId id) {
        return answer(answering.acceptSubstitute(id));
    }

    @PostMapping("/substitute-refusal")
    ResponseEntity<InvitationView> refuseSubstitute(@PathVariable InvitationId id) {
        return answer(answering.refuseSubstitute(id));
    }

    /** The guest's own link, to be handed over by other means than a letter. */
    @GetMapping("/link")
    ResponseEntity<Link> link(@PathVariable InvitationId id) {
        Invitation invitation = answering.get(id);
        if (!invitation.isLive() || invitation.status() == Invitation.Status.DRAFTED) {
            throw new InvitationRefusal(
                    invitation.isLive()
                            ? InvitationRefusal.Reason.NOT_SENT_YET
                            : InvitationRefusal.Reason.INVITATION_REVOKED);
        }
        Instant until = programme.get(invitation.activity()).window().endsAt();
        return ResponseEntity.ok(new Link(links.url(id.value(), invitation.link(), until), until));
    }

    private ResponseEntity<InvitationView> answer(Invitation invitation) {
        return Answers.of(
                invitation,
                InvitationView.of(
                        invitation, activities.find(invitation.activity()).orElse(null)));
    }

    record Link(String url, Instant expiresAt) {}

    record Told(
            @NotNull @Pattern(regexp = "phone|paper|e-mail|in-person", message = "{invitations.channel}")
            String channel,

            @Nullable @Size(max = 500) @Pattern(regexp = "\\P{Cc}*", message = "{invitations.one-line}")
            String note) {

        Reply reply() {
            return new Reply(channel, note);
        }
    }

    record SubstituteTold(
            @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cc}*", message = "{invitations.one-line}")
            String name,

            @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cc}*", message = "{invitations.one-line}")
            String function,

            @NotBlank
            @Size(max = 254)
            @Email
            @Pattern(regexp = "[^\\p{Cc}\\s<>,;]*", message = "{invitations.mail-address}")
            String contact,

            @NotNull @Pattern(regexp = "phone|paper|e-mail|in-person", message = "{invitations.channel}")
            String channel) {}
}
