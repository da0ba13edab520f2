package vn.hoingo.delegations;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.hoingo.messaging.Ids;
import vn.hoingo.messaging.test.BackingServices;

/** The service of events, as far as we hear it: what it announces, in the shape of its contracts. */
public class EventsElsewhere {

    private static final String TOPIC = "events.event";
    private static final String WINDOW =
            "{\"start\": \"2027-09-23T08:00\", \"end\": \"2027-09-24T21:30\", \"zone\": \"Asia/Ho_Chi_Minh\"}";

    private final KafkaProducer<String, byte[]> broker;
    private final Map<UUID, Long> sequences = new ConcurrentHashMap<>();

    EventsElsewhere() throws InterruptedException, ExecutionException {
        String servers = BackingServices.bootstrapServers();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            try {
                admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(6), Optional.empty())))
                        .all()
                        .get();
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof TopicExistsException)) {
                    throw failed;
                }
            }
        }
        broker = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** An edition that is open for registration. */
    public UUID open(int membersPerDelegation) {
        UUID event = Ids.fresh();
        drafted(event);
        opened(event, membersPerDelegation);
        return event;
    }

    public void drafted(UUID event) {
        announce(event, "event-drafted", """
                {"eventId": "%s", "series": "FD", "edition": "2027", "name": {"vi": "Đối thoại Hữu nghị 2027", "en": "Friendship Dialogue 2027"},
                 "window": %s, "venue": "Dinh Thống Nhất", "revision": 1}
                """.formatted(event, WINDOW));
    }

    public void opened(UUID event, int membersPerDelegation) {
        announce(event, "registration-opened", """
                {"eventId": "%s", "name": {"vi": "Đối thoại Hữu nghị 2027", "en": "Friendship Dialogue 2027"}, "window": %s,
                 "venue": "Dinh Thống Nhất", "opensAt": "2026-01-01T00:00:00Z", "closesAt": "2099-01-01T00:00:00Z", "membersPerDelegation": %d}
                """.formatted(event, WINDOW, membersPerDelegation));
    }

    public void closed(UUID event) {
        announce(
                event,
                "registration-closed",
                "{\"eventId\": \"%s\", \"closedAt\": \"%s\"}".formatted(event, Instant.now()));
    }

    public void cancelled(UUID event) {
        announce(event, "event-cancelled", "{\"eventId\": \"%s\", \"reason\": \"Bão\"}".formatted(event));
    }

    public void moved(UUID event, int revision) {
        announce(event, "event-rescheduled", """
                {"eventId": "%s", "old": %s, "new": {"start": "2027-10-07T08:00", "end": "2027-10-08T21:30", "zone": "Asia/Ho_Chi_Minh"},
                 "revision": %d}
                """.formatted(event, WINDOW, revision));
    }

    private void announce(UUID event, String fact, String payload) {
        send(event, sequences.merge(event, 1L, Long::sum), fact, payload);
    }

    /** What a relay that broke in between sends again. */
    public void again(UUID event, long sequence, String fact, String payload) {
        send(event, sequence, fact, payload);
    }

    private void send(UUID event, long sequence, String fact, String payload) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(TOPIC, event.toString(), payload.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_id", Ids.fresh().toString(),
                        "ce_type", "events." + fact + ".v1",
                        "ce_time", Instant.now().toString(),
                        "sequence", Long.toString(sequence),
                        "actor", "test")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            broker.send(record).get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
