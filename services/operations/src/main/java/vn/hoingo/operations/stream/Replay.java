package vn.hoingo.operations.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.operations.envelope.Broker;
import vn.hoingo.operations.envelope.Envelope;

/** Reads again what somebody missed, from where they were up to where the stream is. */
@Component
final class Replay {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Broker broker;

    Replay(Broker broker) {
        this.broker = broker;
    }

    /** Why one cannot go on from there; null when one can: everything since must still, and already, be there. */
    @Nullable
    String whyNot(Position from) {
        try (Consumer<String, byte[]> connected = broker.connect()) {
            List<TopicPartition> partitions = List.copyOf(from.partitions());
            Map<TopicPartition, Long> begin = connected.beginningOffsets(partitions);
            Map<TopicPartition, Long> end = connected.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                if (from.at(partition) < begin.getOrDefault(partition, 0L)) {
                    return "forgotten";
                }
                if (from.at(partition) > end.getOrDefault(partition, 0L)) {
                    return "ahead";
                }
            }
            return null;
        }
    }

    /** Shows everything from one position up to another, in the order of each partition. */
    Position read(Position from, Position to, Viewer viewer) throws IOException {
        List<TopicPartition> missed = to.partitions().stream()
                .filter(partition -> from.at(partition) < to.at(partition))
                .toList();
        Position position = from;
        if (!missed.isEmpty()) {
            try (Consumer<String, byte[]> connected = broker.connect()) {
                connected.assign(missed);
                for (TopicPartition partition : missed) {
                    connected.seek(partition, position.at(partition));
                }
                while (!Thread.currentThread().isInterrupted()
                        && missing(position, to, missed).findAny().isPresent()) {
                    for (ConsumerRecord<String, byte[]> record : connected.poll(POLL)) {
                        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                        if (record.offset() < to.at(partition)) {
                            position = position.with(partition, record.offset() + 1);
                            viewer.see(Envelope.of(record), position);
                        }
                    }
                    for (TopicPartition partition : missed) {
                        // an offset may be no message of anybody's, such as a control record
                        long reached = Math.min(connected.position(partition), to.at(partition));
                        if (reached > position.at(partition)) {
                            position = position.with(partition, reached);
                        }
                    }
                }
            }
        }
        return position.furthest(to);
    }

    private static Stream<TopicPartition> missing(Position position, Position to, List<TopicPartition> partitions) {
        return partitions.stream().filter(partition -> position.at(partition) < to.at(partition));
    }

    /** Who is shown what was missed. */
    @FunctionalInterface
    interface Viewer {
        void see(Envelope fact, Position after) throws IOException;
    }
}
