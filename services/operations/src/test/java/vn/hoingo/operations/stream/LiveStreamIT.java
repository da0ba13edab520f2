package vn.hoingo.operations.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import vn.hoingo.messaging.test.BackingServices;
import vn.hoingo.operations.Announced;
import vn.hoingo.operations.TestTokens;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({BackingServices.class, TestTokens.class})
class LiveStreamIT {

    private static Announced announced;

    @LocalServerPort
    int port;

    @Autowired
    LiveStream stream;

    @BeforeAll
    static void topics() {
        announced = new Announced();
    }

    @AfterAll
    static void close() {
        announced.close();
    }

    @Test
    void aFactIsSeenWithinASecondOfItsAnnouncement() {
        UUID event = UUID.randomUUID();
        try (StreamWatch watch = StreamWatch.open(port, "")) {
            String warm = announced
                    .fact("events.event-prepared.v1", event, 1)
                    .with("eventId", event)
                    .announce();
            watch.await(fact -> fact.path("id").asString().equals(warm));

            long before = System.nanoTime();
            String id = announced
                    .fact("events.event-venue-changed.v1", event, 2)
                    .with("eventId", event)
                    .announce();
            StreamWatch.Event seen =
                    watch.await(fact -> fact.path("id").asString().equals(id));

            assertThat(Duration.ofNanos(seen.seenAt() - before)).isLessThan(Duration.ofSeconds(1));
            assertThat(seen.data().path("sequence").asInt()).isEqualTo(2);
            assertThat(seen.data().path("event").asString()).isEqualTo(event.toString());
            assertThat(seen.data().path("pill").asString()).isEqualTo("changed");
            assertThat(seen.data().path("sentence").path("vi").asString()).contains("đổi địa điểm");
            assertThat(seen.data().path("payload").path("new").asString()).isEqualTo("Dinh Độc Lập");
        }
    }

    @Test
    void aWatcherThatComesBackMissesNothingAndSeesNothingTwice() {
        UUID event = UUID.randomUUID();
        List<String> announcedInAll = announce(event, 1, 10);
        List<String> seen = new ArrayList<>();
        String query = "?event=" + event;
        String from;
        try (StreamWatch watch = StreamWatch.open(port, query)) {
            announcedInAll.clear();
            announcedInAll.addAll(announce(event, 11, 5));
            List<StreamWatch.Event> first = watch.awaitMany(3, fact -> true);
            first.forEach(fact -> seen.add(fact.fact()));
            from = first.getLast().id();
        }
        announcedInAll.addAll(announce(event, 16, 250));
        try (StreamWatch watch = StreamWatch.goOn(port, query, from)) {
            announcedInAll.addAll(announce(event, 266, 20));
            watch.awaitMany(272, fact -> true).forEach(fact -> seen.add(fact.fact()));
        }

        assertThat(seen).containsExactlyElementsOf(announcedInAll);
    }

    @Test
    void aPositionThatIsNotOfThisBrokerIsAnsweredByAReset() {
        try (StreamWatch watch = StreamWatch.goOn(port, "", "AQIDBAUG")) {
            assertThat(watch.awaitReset().data().path("reason").asString()).isEqualTo("unknown");
        }
    }

    @Test
    void aPositionThatLiesAheadOfTheBrokerIsAnsweredByAReset() {
        Position ahead = stream.position();
        ahead = ahead.with(ahead.partitions().iterator().next(), 1_000_000);
        try (StreamWatch watch = StreamWatch.goOn(port, "", stream.write(ahead))) {
            assertThat(watch.awaitReset().data().path("reason").asString()).isEqualTo("ahead");
        }
    }

    @Test
    void aTopicThatAppearsLaterIsReadFromItsFirstMessage() {
        String topic = "events.thing" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        try (StreamWatch watch = StreamWatch.open(port, "")) {
            Announced.topic(topic);
            String id = announced
                    .fact("events.event-prepared.v1", UUID.randomUUID(), 1)
                    .announceOn(topic);

            assertThat(watch.await(fact -> fact.path("id").asString().equals(id))
                            .data()
                            .path("topic")
                            .asString())
                    .isEqualTo(topic);
        }
    }

    @Test
    void aWatcherThatDoesNotReadHurtsNobody() throws Exception {
        UUID event = UUID.randomUUID();
        String query = "?event=" + event;
        try (Socket deaf = new Socket("localhost", port);
                StreamWatch watch = StreamWatch.open(port, query)) {
            deaf.setReceiveBufferSize(4096);
            deaf.getOutputStream()
                    .write(("GET /api/operations/stream" + query
                                    + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer operations-watcher\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            awaitWatchersOf(event, 2);
            List<String> ids = new ArrayList<>();
            for (int sequence = 1; sequence <= 400; sequence++) {
                ids.add(announced
                        .fact("events.event-venue-changed.v1", event, sequence)
                        .with("eventId", event)
                        .with("old", "x".repeat(50_000))
                        .announce());
            }

            assertThat(watch.awaitMany(400, fact -> true))
                    .extracting(StreamWatch.Event::fact)
                    .containsExactlyElementsOf(ids);
            assertThat(watchersOf(event)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void theStreamIsFilteredByWordsWithoutMarks() {
        UUID event = UUID.randomUUID();
        try (StreamWatch watch = StreamWatch.open(port, "?q=mo+DANG&event=" + event)) {
            announced
                    .fact("events.event-prepared.v1", event, 1)
                    .with("eventId", event)
                    .announce();
            String id = announced
                    .fact("events.registration-opened.v1", event, 2)
                    .with("eventId", event)
                    .announce();

            assertThat(watch.awaitMany(1, fact -> true).getFirst().fact()).isEqualTo(id);
        }
    }

    private static List<String> announce(UUID event, int first, int many) {
        List<String> ids = new ArrayList<>();
        for (int sequence = first; sequence < first + many; sequence++) {
            ids.add(announced
                    .fact("events.event-prepared.v1", event, sequence)
                    .with("eventId", event)
                    .announce());
        }
        return ids;
    }

    private void awaitWatchersOf(UUID event, int many) {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (watchersOf(event) < many) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private long watchersOf(UUID event) {
        return stream.watchers().stream()
                .filter(watcher -> event.toString().equals(watcher.interest().event()))
                .count();
    }
}
