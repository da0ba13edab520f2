package vn.hoingo.operations.alert;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.messaging.Contract;

/** What operations saw and repaired. */
sealed interface AlertFact {

    @Contract("operations.message-dead-lettered.v1")
    record MessageDeadLettered(
            UUID alertId,
            String consumer,
            String topic,
            int partition,
            long offset,
            String reason,
            @Nullable String messageId,
            @Nullable String type,
            @Nullable String service)
            implements AlertFact {}

    @Contract("operations.message-replayed.v1")
    record MessageReplayed(
            UUID alertId,
            String consumer,
            String topic,
            int partition,
            long offset,
            @Nullable String messageId,
            @Nullable String type,
            @Nullable String service)
            implements AlertFact {}

    @Contract("operations.message-discarded.v1")
    record MessageDiscarded(
            UUID alertId,
            String consumer,
            String topic,
            int partition,
            long offset,
            @Nullable String messageId,
            @Nullable String type,
            @Nullable String service)
            implements AlertFact {}

    @Contract("operations.loss-suspected.v1")
    record LossSuspected(UUID alertId, String topic, String key, long expected, long found) implements AlertFact {}

    @Contract("operations.alert-acknowledged.v1")
    record AlertAcknowledged(UUID alertId) implements AlertFact {}
}
