package vn.hoingo.operations.deadletter;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hoingo.operations.alert.AlertDesk;
import vn.hoingo.operations.envelope.StuckKey;
import vn.hoingo.operations.flow.ServiceMessaging;
import vn.hoingo.operations.sentence.Contracts;
import vn.hoingo.operations.sentence.Sentence;

/**
 * A message that a consumer could not handle, and what waits behind it.
 *
 * @param sentence what the message tells; null when it is not known
 * @param headers of the message, where it was asked for by itself
 */
record DeadLetterView(
        String id,
        String service,
        String consumer,
        String topic,
        @Nullable String key,
        Instant since,
        String type,
        int partition,
        long offset,
        String reason,
        Sentence reasonWords,
        int behind,
        @Nullable Sentence sentence,
        @Nullable Map<String, String> headers,
        @Nullable String payload) {

    static DeadLetterView of(
            String service,
            ServiceMessaging.Blocked blocked,
            @Nullable Sentence sentence,
            ServiceMessaging.@Nullable Stuck message,
            Contracts contracts) {
        ServiceMessaging.Reference head = blocked.waiting().getFirst();
        return new DeadLetterView(
                new StuckKey(blocked.id()).text(),
                service,
                blocked.consumer(),
                blocked.topic(),
                blocked.key(),
                blocked.since(),
                head.type(),
                head.partition(),
                head.offset(),
                head.reason(),
                contracts.reason(AlertDesk.code(head.reason())),
                blocked.waiting().size() - 1,
                sentence,
                message == null ? null : message.headers(),
                message == null ? null : message.payload());
    }
}
