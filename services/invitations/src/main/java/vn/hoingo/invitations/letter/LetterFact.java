package vn.hoingo.invitations.letter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.messaging.Contract;

/** What can happen to a letter. Carries plain values: these records leave the service. */
sealed interface LetterFact {

    @Contract("invitations.notice-queued.v1")
    record NoticeQueued(
            UUID letterId,
            String kind,
            @Nullable UUID eventId,
            @Nullable UUID delegationId,
            @Nullable UUID partnerId,
            @Nullable UUID personId,
            String language,
            int revision)
            implements LetterFact {}

    @Contract("invitations.notice-sent.v1")
    record NoticeSent(
            UUID letterId,
            String kind,
            @Nullable UUID eventId,
            @Nullable UUID delegationId,
            @Nullable UUID partnerId,
            @Nullable UUID personId,
            String language,
            int revision)
            implements LetterFact {}

    @Contract("invitations.notice-suppressed.v1")
    record NoticeSuppressed(
            UUID letterId,
            @Nullable String kind,
            @Nullable UUID eventId,
            @Nullable UUID delegationId,
            @Nullable UUID partnerId,
            @Nullable UUID personId,
            String reason)
            implements LetterFact {}
}
