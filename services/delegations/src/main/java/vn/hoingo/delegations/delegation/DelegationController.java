package vn.hoingo.delegations.delegation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.delegations.event.EventId;
import vn.hoingo.delegations.member.MemberId;
import vn.hoingo.delegations.nomination.MemberInput;
import vn.hoingo.delegations.nomination.PartyInput;
import vn.hoingo.delegations.partner.PartnerId;
import vn.hoingo.delegations.text.MailAddress;
import vn.hoingo.delegations.text.OneLine;
import vn.hoingo.doors.Answers;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Invalid;

/** Delegations over HTTP, one at a time. */
@RestController
@RequestMapping("/api/delegations")
class DelegationController {

    private static final String HOST = "hasAnyRole('organiser', 'delegation-officer')";
    private static final String EITHER = "hasAnyRole('organiser', 'delegation-officer', 'partner')";
    private static final String READERS = "hasAnyRole('organiser', 'delegation-officer', 'protocol-officer', "
            + "'dispatcher', 'operations-watcher', 'check-in', 'auditor', 'partner', 'service')";

    private final DelegationDesk desk;
    private final SubmittingDelegations submitting;
    private final ChangingMembers changing;
    private final Dossiers dossiers;
    private final Differences differences;
    private final Clock clock;

    DelegationController(
            DelegationDesk desk,
            SubmittingDelegations submitting,
            ChangingMembers changing,
            Dossiers dossiers,
            Differences differences,
            Clock clock) {
        this.desk = desk;
        this.submitting = submitting;
        this.changing = changing;
        this.dossiers = dossiers;
        this.differences = differences;
        this.clock = clock;
    }

    @PostMapping
    @PreAuthorize(EITHER)
    ResponseEntity<DelegationView> draft(@Valid @RequestBody Draft draft, Caller caller) {
        Delegation drafted = desk.draft(
                new EventId(draft.eventId()),
                draft.partnerId() == null ? null : new PartnerId(draft.partnerId()),
                draft.label() == null || draft.label().isBlank()
                        ? null
                        : draft.label().strip(),
                caller);
        return Answers.created(drafted, "/api/delegations/" + drafted.id().value(), view(drafted, caller));
    }

    @GetMapping("/{id}")
    @PreAuthorize(READERS)
    ResponseEntity<DelegationView> see(@PathVariable DelegationId id, Caller caller) {
        return answer(desk.see(id, caller), caller);
    }

    @PutMapping("/{id}")
    @PreAuthorize(EITHER)
    ResponseEntity<DelegationView> save(
            @PathVariable DelegationId id, @Valid @RequestBody PartsInput parts, Caller caller) {
        return answer(desk.save(id, parts.saved(), caller), caller);
    }

    @PostMapping("/{id}/submission")
    @PreAuthorize(EITHER)
    ResponseEntity<DelegationView> submit(
            @PathVariable DelegationId id,
            @Valid @RequestBody(required = false) @Nullable Because because,
            Caller caller) {
        return answer(submitting.submit(id, because == null ? null : because.reason(), caller), caller);
    }

    @PostMapping("/{id}/review")
    @PreAuthorize(HOST)
    ResponseEntity<DelegationView> startReview(@PathVariable DelegationId id, Caller caller) {
        return answer(desk.startReview(id), caller);
    }

    @PostMapping("/{id}/change-requests")
    @PreAuthorize(HOST)
    ResponseEntity<DelegationView> requestChanges(
            @PathVariable DelegationId id, @Valid @RequestBody ChangeRequest request, Caller caller) {
        List<MemberId> concerned = request.memberIds() == null
                ? List.of()
                : request.memberIds().stream().map(MemberId::new).toList();
        return answer(desk.requestChanges(id, concerned, request.note()), caller);
    }

    @PostMapping("/{id}/approval")
    @PreAuthorize(HOST)
    ResponseEntity<DelegationView> approve(@PathVariable DelegationId id, Caller caller) {
        return answer(desk.approve(id), caller);
    }

    @PostMapping("/{id}/rejection")
    @PreAuthorize(HOST)
    ResponseEntity<DelegationView> reject(
            @PathVariable DelegationId id, @Valid @RequestBody Explained because, Caller caller) {
        return answer(desk.reject(id, because.reason()), caller);
    }

    @PostMapping("/{id}/withdrawal")
    @PreAuthorize(EITHER)
    ResponseEntity<DelegationView> withdraw(
            @PathVariable DelegationId id,
            @Valid @RequestBody(required = false) @Nullable Because because,
            Caller caller) {
        return answer(desk.withdraw(id, because == null ? null : because.reason(), caller), caller);
    }

    @PostMapping("/{id}/revocation")
    @PreAuthorize(HOST)
    ResponseEntity<DelegationView> revoke(
            @PathVariable DelegationId id, @Valid @RequestBody Explained because, Caller caller) {
        return answer(desk.revoke(id, because.reason()), caller);
    }

    @PostMapping("/{id}/head")
    @PreAuthorize(EITHER)
    ResponseEntity<DelegationView> replaceHead(
            @PathVariable DelegationId id, @Valid @RequestBody Head head, Caller caller) {
        if (head.member() != null && head.memberId() == null) {
            return answer(changing.replaceHead(id, head.member().nomination(), caller), caller);
        }
        if (head.memberId() == null || head.member() != null) {
            throw new Invalid("/memberId", "delegation.head-one-way");
        }
        return answer(
                changing.promote(id, new MemberId(head.memberId()), "stays".equals(head.oldHead()), caller), caller);
    }

    @PostMapping("/{id}/members")
    @PreAuthorize(EITHER)
    ResponseEntity<DelegationView> addMember(
            @PathVariable DelegationId id, @Valid @RequestBody MemberInput member, Caller caller) {
        return answer(changing.add(id, member.nomination(), caller), caller);
    }

    @PostMapping("/{id}/members/{member}/replacement")
    @PreAuthorize(EITHER)
    ResponseEntity<DelegationView> replaceMember(
            @PathVariable DelegationId id,
            @PathVariable MemberId member,
            @Valid @RequestBody MemberInput next,
            Caller caller) {
        return answer(changing.replace(id, member, next.nomination(), caller, ""), caller);
    }

    @PostMapping("/{id}/members/{member}/withdrawal")
    @PreAuthorize(EITHER)
    ResponseEntity<DelegationView> withdrawMember(
            @PathVariable DelegationId id, @PathVariable MemberId member, Caller caller) {
        return answer(changing.withdraw(id, member, caller), caller);
    }

    /** What is other than when the host last decided about it. */
    @GetMapping("/{id}/differences")
    @PreAuthorize(HOST)
    Differences.View differences(@PathVariable DelegationId id, Caller caller) {
        return differences.of(desk.see(id, caller));
    }

    @PostMapping("/{id}/changes/{change}/approval")
    @PreAuthorize(HOST)
    ResponseEntity<DelegationView> acceptChange(
            @PathVariable DelegationId id, @PathVariable UUID change, Caller caller) {
        return answer(changing.accept(id, change), caller);
    }

    @PostMapping("/{id}/changes/{change}/refusal")
    @PreAuthorize(HOST)
    ResponseEntity<DelegationView> refuseChange(
            @PathVariable DelegationId id, @PathVariable UUID change, Caller caller) {
        return answer(changing.refuse(id, change), caller);
    }

    @GetMapping("/{id}/members.csv")
    @PreAuthorize("hasAnyRole('organiser', 'delegation-officer', 'protocol-officer', 'partner')")
    ResponseEntity<byte[]> sheet(@PathVariable DelegationId id, Caller caller) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("members.csv")
                                .build()
                                .toString())
                .body(MembersSheet.of(view(desk.see(id, caller), caller)));
    }

    private ResponseEntity<DelegationView> answer(Delegation delegation, Caller caller) {
        return Answers.of(delegation, view(delegation, caller));
    }

    private DelegationView view(Delegation delegation, Caller caller) {
        return DelegationView.of(dossiers.of(delegation), caller, clock.instant());
    }

    record Draft(
            @NotNull UUID eventId,
            @Nullable UUID partnerId,
            @Nullable @OneLine String label) {}

    record PartsInput(
            @Valid @Nullable ContactInput contact,

            @Nullable @Size(max = 20)
            List<@NotNull @Pattern(regexp = "[a-z]{2,3}", message = "{text.language}") String> languages,

            @Nullable @Size(max = 200) List<@Valid @NotNull MemberInput> members,
            @Nullable @Size(max = 100) List<@Valid @NotNull PartyInput> parties) {

        DelegationDesk.Saved saved() {
            return new DelegationDesk.Saved(
                    contact == null ? null : new Contact(contact.name(), contact.email(), contact.phone()),
                    languages == null ? null : languages.stream().distinct().toList(),
                    members == null
                            ? null
                            : members.stream().map(MemberInput::nomination).toList(),
                    parties == null ? null : PartyInput.parties(parties));
        }
    }

    record ContactInput(
            @Nullable @OneLine @Pattern(regexp = ".*\\S.*", message = "{delegation.contact-name}")
            String name,

            @Nullable @MailAddress String email,

            @Nullable @Pattern(regexp = "[0-9+() .-]{3,40}", message = "{delegation.phone}")
            String phone) {}

    record Because(
            @Nullable @Size(max = 2000, message = "{text.too-long-note}")
            String reason) {}

    record Explained(
            @NotBlank @Size(max = 2000, message = "{text.too-long-note}")
            String reason) {}

    record ChangeRequest(
            @Nullable @Size(max = 200) List<@NotNull UUID> memberIds,

            @NotBlank @Size(max = 2000, message = "{text.too-long-note}")
            String note) {}

    record Head(
            @Nullable UUID memberId,
            @Valid @Nullable MemberInput member,

            @Nullable @Pattern(regexp = "leaves|stays", message = "{delegation.old-head}")
            String oldHead) {}
}
