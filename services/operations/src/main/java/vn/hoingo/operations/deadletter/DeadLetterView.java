package vn.hoingo.operations.deadletter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hoingo.operations.alert.Alert;
import vn.hoingo.operations.alert.AlertDesk;
import vn.hoingo.operations.envelope.StuckKey;
import vn.hoingo.operations.flow.ServiceMessaging;
import vn.hoingo.operations.sentence.Contracts;
import vn.hoingo.operations.sentence.Sentence;

/**
 * A message that a consumer could not handle, and what waits behind it.
 *
 * @param sentence what the message tells; null when it is not known
 * @param headers of the message, its payload, those behind it and what was tried, where it was asked for by itself
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
        @Nullable String payload,
        @Nullable List<Behind> waiting,
        @Nullable List<Alert.Repair> repairs) {

    static DeadLetterView of(
            String service, ServiceMessaging.Blocked blocked, @Nullable Sentence sentence, Contracts contracts) {
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
                null,
                null,
                null,
                null);
    }

    /** With what only the one who looks at it alone wants to know. */
    DeadLetterView opened(ServiceMessaging.Stuck message, List<Behind> waiting, List<Alert.Repair> repairs) {
        return new DeadLetterView(
                id,
                service,
                consumer,
                topic,
                key,
                since,
                type,
                partition,
                offset,
                reason,
                reasonWords,
                behind,
                sentence,
                message.headers(),
                message.payload(),
                waiting,
                repairs);
    }

    /**
     * A message that waits behind the stuck one.
     *
     * @param sentence what it tells; null when it is not known
     */
    record Behind(
            String type,
            int partition,
            long offset,
            @Nullable Sentence sentence) {

        static Behind of(ServiceMessaging.Reference message, @Nullable Sentence sentence) {
            return new Behind(message.type(), message.partition(), message.offset(), sentence);
        }
    }
}
