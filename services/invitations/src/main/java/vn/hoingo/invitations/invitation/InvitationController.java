package vn.hoingo.invitations.invitation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.doors.Answers;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Invalid;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.invitations.activity.KnownActivities;
import vn.hoingo.invitations.activity.Programme;
import vn.hoingo.invitations.guest.Guests;
import vn.hoingo.messaging.Absent;

/** Invitations over HTTP, for staff; and for partners to see those of their own delegations. */
@RestController
@RequestMapping("/api/invitations")
class InvitationController {

    private static final String STAFF = "hasAnyRole('organiser','protocol-officer')";
    private static final String READERS = "hasAnyRole('organiser','protocol-officer','delegation-officer','dispatcher',"
            + "'operations-watcher','auditor','service','partner')";
    private static final int USUAL_PRIORITY = 5;

    private final InvitationDesk desk;
    private final InvitationSearch search;
    private final KnownActivities activities;
    private final Programme programme;
    private final Guests guests;

    InvitationController(
            InvitationDesk desk,
            InvitationSearch search,
            KnownActivities activities,
            Programme programme,
            Guests guests) {
        this.desk = desk;
        this.search = search;
        this.activities = activities;
        this.programme = programme;
        this.guests = guests;
    }

    @GetMapping
    @PreAuthorize(READERS)
    Page<InvitationView> list(
            @RequestParam(required = false) @Nullable UUID event,
            @RequestParam(required = false) @Nullable UUID activity,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable UUID delegation,
            @RequestParam(required = false) Invitation.@Nullable Status state,
            @RequestParam(required = false) @Nullable Boolean waitlisted,
            @RequestParam(required = false) @Nullable Boolean toReconfirm,
            Paging paging,
            Caller caller) {
        InvitationSearch.Filter filter = new InvitationSearch.Filter(
                event, activity, person, delegation, caller.partner(), state, waitlisted, toReconfirm);
        return search.page(filter, paging).map(this::view);
    }

    @GetMapping("/{id}")
    @PreAuthorize(READERS)
    ResponseEntity<InvitationView> one(@PathVariable InvitationId id, Caller caller) {
        Invitation invitation = desk.get(id);
        if (caller.partner() != null && !caller.partner().equals(invitation.partner())) {
            throw new Absent("invitation", id.value());
        }
        return answer(invitation);
    }

    @PostMapping
    @PreAuthorize(STAFF)
    ResponseEntity<InvitationView> invite(@Valid @RequestBody NewInvitation asked) {
        if (programme.find(asked.activityId()).isEmpty()) {
            throw new Invalid("/activityId", "invitations.unknown-activity");
        }
        Guests.Guest guest = guests.find(asked.personId(), "invitation")
                .orElseThrow(() -> new Invalid("/personId", "invitations.unknown-person"));
        Invitation invitation = desk.invite(asked.wish(guest));
        return Answers.created(invitation, "/api/invitations/" + invitation.id().value(), view(invitation));
    }

    @PostMapping("/{id}/sending")
    @PreAuthorize(STAFF)
    ResponseEntity<InvitationView> send(@PathVariable InvitationId id) {
        return answer(desk.send(id));
    }

    @PostMapping("/{id}/revocation")
    @PreAuthorize(STAFF)
    ResponseEntity<InvitationView> revoke(@PathVariable InvitationId id) {
        return answer(desk.revoke(id, "by-staff"));
    }

    @PostMapping("/{id}/link-revocation")
    @PreAuthorize(STAFF)
    ResponseEntity<InvitationView> renewLink(@PathVariable InvitationId id) {
        return answer(desk.renewLink(id));
    }

    private ResponseEntity<InvitationView> answer(Invitation invitation) {
        return Answers.of(invitation, view(invitation));
    }

    private InvitationView view(Invitation invitation) {
        return InvitationView.of(
                invitation, activities.find(invitation.activity()).orElse(null));
    }

    record NewInvitation(
            @NotNull UUID personId,
            @NotNull UUID activityId,
            @Nullable UUID delegationId,

            @Nullable @Size(max = 60) @Pattern(regexp = "[a-z][a-z0-9-]*", message = "{invitations.code}")
            String category,

            @Nullable @Min(1) @Max(9) Integer priority,
            @Nullable @Min(1) @Max(20) Integer seats,
            @Nullable Instant answerBy,
            @Nullable Boolean draft) {

        InvitationDesk.Wish wish(Guests.Guest guest) {
            return new InvitationDesk.Wish(
                    personId,
                    activityId,
                    delegationId,
                    guest.partner(),
                    guest.rank(),
                    category == null ? guest.category() : category,
                    priority == null ? USUAL_PRIORITY : priority,
                    seats == null ? 1 : seats,
                    answerBy,
                    Boolean.TRUE.equals(draft));
        }
    }
}
