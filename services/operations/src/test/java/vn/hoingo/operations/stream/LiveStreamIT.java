package vn.hoingo.operations.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
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

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "hoingo.most-watchers=" + LiveStreamIT.MOST)
@Import({BackingServices.class, TestTokens.class})
class LiveStreamIT {

    static final int MOST = 12;

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
        List<Long> millis = new ArrayList<>();
        try (StreamWatch watch = StreamWatch.open(port, "")) {
            for (int sequence = 1; sequence <= 100; sequence++) {
                long before = System.nanoTime();
                String id = announced
                        .fact("events.event-venue-changed.v1", event, sequence)
                        .with("eventId", event)
                        .announce();
                StreamWatch.Event seen =
                        watch.await(fact -> fact.path("id").asString().equals(id));
                millis.add(Duration.ofNanos(seen.seenAt() - before).toMillis());

                assertThat(seen.data().path("sequence").asInt()).isEqualTo(sequence);
                assertThat(seen.data().path("event").asString()).isEqualTo(event.toString());
                assertThat(seen.data().path("pill").asString()).isEqualTo("changed");
                assertThat(seen.data().path("sentence").path("vi").asString()).contains("đổi địa điểm");
                assertThat(seen.data().path("payload").path("new").asString()).isEqualTo("Dinh Độc Lập");
            }
        }
        millis.sort(null);
        System.out.println("from announcing to seeing, of 100: half within " + millis.get(49) + " ms, 99 within "
                + millis.get(98) + " ms");
        assertThat(millis.subList(0, 99)).allMatch(each -> each < 1_000);
    }

    @Test
    void aPageThatShowsTheTimelineGoesOnWhereThatEnds() throws Exception {
        UUID event = UUID.randomUUID();
        List<String> ids = announce(event, 1, 3);
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!ask("/api/operations/facts?event=" + event).contains(ids.getLast())) {
            assertThat(System.nanoTime()).isLessThan(until);
        }
        String after = ask("/api/operations/stream/position").replaceAll(".*:\\s*\"|\".*", "");
        String next = announce(event, 4, 1).getFirst();

        try (StreamWatch watch = StreamWatch.open(port, "?event=" + event + "&after=" + after)) {
            assertThat(watch.await(fact -> fact.path("id").asString().equals(next)))
                    .isNotNull();
        }
    }

    @Test
    void itIsReadyWhenItReads() throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        String health = ask("/actuator/health/readiness");
        while (!health.endsWith("\"status\":\"UP\"}") || !health.contains("\"stream\"")) {
            assertThat(System.nanoTime()).as(health).isLessThan(until);
            health = ask("/actuator/health/readiness");
        }
    }

    @Test
    void aWatcherThatComesBackMissesNothingAndSeesNothingTwice() {
        UUID event = UUID.randomUUID();
        List<String> announcedInAll = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        String query = "?event=" + event;
        String from;
        try (StreamWatch watch = StreamWatch.open(port, query)) {
            announcedInAll.addAll(announce(event, 1, 15));
            List<StreamWatch.Event> first = watch.awaitMany(3, fact -> true);
            first.forEach(fact -> seen.add(fact.fact()));
            from = first.getLast().id();
        }
        announcedInAll.addAll(announce(event, 16, 250));
        try (StreamWatch watch = StreamWatch.goOn(port, query, from)) {
            announcedInAll.addAll(announce(event, 266, 20));
            watch.awaitMany(282, fact -> true).forEach(fact -> seen.add(fact.fact()));
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
    void whoComesWhenAsManyWatchAsMayIsAskedToComeLaterAndThenLetIn() {
        List<StreamWatch> all = new ArrayList<>();
        try {
            assertThatThrownBy(() -> {
                        while (all.size() <= MOST) {
                            all.add(StreamWatch.open(port, ""));
                        }
                    })
                    .hasMessageContaining("503")
                    .hasMessageContaining("unavailable");
        } finally {
            all.forEach(StreamWatch::close);
        }

        UUID event = UUID.randomUUID();
        AtomicLong sequence = new AtomicLong();
        Awaitility.await()
                .ignoreExceptionsMatching(AssertionError.class::isInstance)
                .untilAsserted(() -> {
                    announce(
                            event,
                            (int) sequence.incrementAndGet(),
                            1); // who is gone is found out when there is something to tell
                    StreamWatch.open(port, "").close();
                });
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

    private String ask(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Bearer operations-watcher")
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
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
