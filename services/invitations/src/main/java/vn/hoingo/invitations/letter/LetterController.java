package vn.hoingo.invitations.letter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
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
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;

/** The outbox over HTTP. */
@RestController
@RequestMapping("/api/invitations/letters")
class LetterController {

    private static final String READERS =
            "hasAnyRole('organiser','protocol-officer','delegation-officer','auditor','service')";
    private static final String STAFF = "hasAnyRole('organiser','protocol-officer')";

    private final LetterDesk desk;
    private final LetterWriter writer;
    private final LetterPost post;

    LetterController(LetterDesk desk, LetterWriter writer, LetterPost post) {
        this.desk = desk;
        this.writer = writer;
        this.post = post;
    }

    @GetMapping
    @PreAuthorize(READERS)
    Page<LetterView> list(
            @RequestParam(required = false) @Nullable UUID event,
            @RequestParam(required = false) @Nullable UUID delegation,
            @RequestParam(required = false) Letter.@Nullable Status state,
            @RequestParam(required = false) @Nullable LetterKind kind,
            @RequestParam(required = false) @Nullable String q,
            Paging paging) {
        LetterDesk.Filter filter = new LetterDesk.Filter(event, delegation, state, kind, q);
        return desk.page(filter, paging).map(letter -> LetterView.line(letter, post.messageId(letter)));
    }

    /** As its reader sees it, or would see it if it left now. */
    @GetMapping("/{id}")
    @PreAuthorize(READERS)
    ResponseEntity<LetterView> one(@PathVariable LetterId id, Caller caller) {
        return answer(desk.get(id), caller);
    }

    /** Held until they are released, so that the list can be looked at first. */
    @PostMapping("/registration-opened")
    @PreAuthorize(STAFF)
    Page<LetterView> announceRegistration(@Valid @RequestBody Announcement asked) {
        return new Page<>(
                desk.announceRegistration(asked.eventId(), asked.partnerIds()).stream()
                        .map(letter -> LetterView.line(letter, post.messageId(letter)))
                        .toList(),
                null);
    }

    @PostMapping("/releases")
    @PreAuthorize(STAFF)
    Released releaseAll(@Valid @RequestBody Release asked) {
        return new Released(desk.releaseAll(asked.eventId(), asked.kind()));
    }

    @PostMapping("/{id}/release")
    @PreAuthorize(STAFF)
    ResponseEntity<LetterView> release(@PathVariable LetterId id, Caller caller) {
        return answer(desk.release(id), caller);
    }

    @PostMapping("/{id}/suppression")
    @PreAuthorize(STAFF)
    ResponseEntity<LetterView> suppress(@PathVariable LetterId id, Caller caller) {
        return answer(desk.suppress(id), caller);
    }

    private ResponseEntity<LetterView> answer(Letter letter, Caller caller) {
        Letter.Written written = shown(letter.written(), caller);
        boolean hasLeft = letter.status() == Letter.Status.SENT || letter.status() == Letter.Status.SENDING;
        if (!hasLeft
                && letter.status() != Letter.Status.SUPPRESSED
                && writer.write(letter) instanceof Draft.Ready now) {
            return Answers.of(
                    letter, LetterView.whole(letter, post.messageId(letter), shown(now.written(), caller), true));
        }
        return Answers.of(letter, LetterView.whole(letter, post.messageId(letter), written, false));
    }

    /** The link in a letter answers for its guest: only who may answer on behalf sees it. */
    private static Letter.@Nullable Written shown(Letter.@Nullable Written written, Caller caller) {
        return written == null || caller.isAnyOf("organiser", "protocol-officer") ? written : written.withoutLink();
    }

    record Announcement(
            @NotNull UUID eventId,
            @NotEmpty @Size(max = 500) List<@NotNull UUID> partnerIds) {}

    record Release(@NotNull UUID eventId, @NotNull LetterKind kind) {}

    record Released(int released) {}
}
