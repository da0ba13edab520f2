package vn.hoingo.operations.deadletter;

import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hoingo.operations.alert.AlertDesk;
import vn.hoingo.operations.envelope.Broker;
import vn.hoingo.operations.envelope.Collecting;
import vn.hoingo.operations.envelope.Counting;
import vn.hoingo.operations.envelope.Envelope;

/** The group {@code operations.deadletter} raises an alert for every message that any consumer lays among its dead letters. */
@Configuration(proxyBeanMethods = false)
class Hearing {

    @Bean
    Collecting hearingOfDeadLetters(AlertDesk alerts, Broker broker, Counting counting) {
        return new Collecting(
                "operations.deadletter", Broker.DEAD_LETTERS, records -> raise(records, alerts), broker, counting);
    }

    private static void raise(List<ConsumerRecord<String, byte[]>> records, AlertDesk alerts) {
        for (ConsumerRecord<String, byte[]> record : records) {
            Envelope letter = Envelope.of(record);
            String consumer = record.topic().substring(0, record.topic().length() - ".dead-letters".length());
            alerts.deadLetter(new AlertDesk.DeadLetter(
                    letter.owner(),
                    consumer,
                    Objects.requireNonNullElse(Envelope.header(record, "dead_topic"), record.topic()),
                    (int) number(Envelope.header(record, "dead_partition"), record.partition()),
                    number(Envelope.header(record, "dead_offset"), record.offset()),
                    record.key(),
                    letter.id(),
                    letter.type(),
                    Objects.requireNonNullElse(Envelope.header(record, "dead_reason"), "unknown")));
        }
    }

    private static long number(@org.jspecify.annotations.Nullable String text, long otherwise) {
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }
}
