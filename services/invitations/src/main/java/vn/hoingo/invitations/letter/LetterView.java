package vn.hoingo.invitations.letter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it lies in the outbox.
 *
 * @param preview true when it has not left yet and is shown as it would leave now
 * @param reason why it is held, or was held back: a code
 * @param trouble why the last try failed: a code
 */
record LetterView(
        UUID id,
        long version,
        String kind,
        String state,
        @Nullable UUID eventId,
        @Nullable UUID delegationId,
        @Nullable UUID partnerId,
        @Nullable UUID personId,
        @Nullable UUID invitationId,
        String language,
        int revision,
        Instant queuedAt,
        @Nullable Instant sentAt,
        @Nullable Instant nextTry,
        int tries,
        @Nullable String trouble,
        @Nullable String reason,
        String messageId,
        @Nullable String to,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String html,
        boolean preview,
        @Nullable Instant retainUntil) {

    /** Without its text, for lists. */
    static LetterView line(Letter letter, String messageId) {
        Letter.Written written = letter.written();
        return of(letter, messageId, null, written == null ? null : written.subject(), false);
    }

    static LetterView whole(Letter letter, String messageId, Letter.@Nullable Written words, boolean preview) {
        return of(letter, messageId, words, words == null ? null : words.subject(), preview);
    }

    private static LetterView of(
            Letter letter,
            String messageId,
            Letter.@Nullable Written words,
            @Nullable String subject,
            boolean preview) {
        boolean moves = letter.status() == Letter.Status.QUEUED || letter.status() == Letter.Status.SENDING;
        return new LetterView(
                letter.id().value(),
                letter.version(),
                letter.kind().code(),
                letter.status().code(),
                letter.event(),
                letter.delegation(),
                letter.partner(),
                letter.person(),
                letter.invitation(),
                letter.language(),
                letter.revision(),
                letter.queuedAt(),
                letter.sentAt(),
                moves ? letter.dueAt() : null,
                letter.tries(),
                letter.trouble(),
                letter.reason(),
                messageId,
                words == null ? null : words.to(),
                subject,
                words == null ? null : words.text(),
                words == null ? null : Wording.html(letter.language(), words.subject(), words.text()),
                preview,
                letter.keptUntil());
    }
}
