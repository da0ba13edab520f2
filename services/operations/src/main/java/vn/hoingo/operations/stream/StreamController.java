package vn.hoingo.operations.stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.operations.envelope.Envelope;
import vn.hoingo.operations.sentence.Sentence;
import vn.hoingo.operations.sentence.Sentences;
import vn.hoingo.operations.sentence.Words;
import vn.hoingo.operations.timeline.FactView;

/**
 * The live stream over HTTP. Each watcher has its own virtual thread, which writes what it is shown until it leaves, its token ends, or
 * it does not read for as long as a connection may be silent. Who comes when as many watch as may is asked to come later.
 */
@RestController
@RequestMapping("/api/operations/stream")
@PreAuthorize("hasAnyRole('operations-watcher','organiser','auditor','service')")
class StreamController {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int CLOSE_ENOUGH = 200;

    private static final Logger LOG = LoggerFactory.getLogger(StreamController.class);

    private final LiveStream stream;
    private final Replay replay;
    private final Sentences sentences;
    private final Recorded recorded;
    private final Clock clock;
    private final JsonMapper json;
    private final int mostWatchers;
    private final AtomicInteger watching = new AtomicInteger();

    StreamController(
            LiveStream stream,
            Replay replay,
            Sentences sentences,
            Recorded recorded,
            Clock clock,
            JsonMapper json,
            @Value("${hoingo.most-watchers}") int mostWatchers) {
        this.stream = stream;
        this.replay = replay;
        this.sentences = sentences;
        this.recorded = recorded;
        this.clock = clock;
        this.json = json;
        this.mostWatchers = mostWatchers;
    }

    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Every fact, live, as server-sent events")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE))
    void watch(
            @RequestParam(required = false) @Nullable String event,
            @RequestParam(required = false) @Nullable String delegation,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @AuthenticationPrincipal @Nullable Jwt token,
            HttpServletResponse response)
            throws IOException {
        if (!stream.isReady()) {
            throw new DataAccessResourceFailureException("the stream has not begun");
        }
        if (watching.get() >= mostWatchers) {
            throw new DataAccessResourceFailureException("as many watch as may");
        }
        Interest interest = new Interest(given(event), given(delegation), given(partner), given(type), Words.of(q));
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        Instant until = token == null || token.getExpiresAt() == null ? Instant.MAX : token.getExpiresAt();
        Lines lines = new Lines(response.getOutputStream(), json);
        Watcher watcher = new Watcher(interest);
        watching.incrementAndGet(); // those who come at the same moment may be a few too many
        try {
            new Watch(watcher, lines, until).begin(given(lastEventId) == null ? given(after) : lastEventId);
        } catch (IOException gone) {
            LOG.debug("a watcher left: {}", gone.toString());
        } catch (InterruptedException | InterruptException dropped) {
            Thread.interrupted(); // or stopping: the answer simply ends
        } finally {
            stream.leave(watcher);
            watching.decrementAndGet();
        }
    }

    /** Where the kept timeline certainly is: a page that shows it goes on from here. */
    @GetMapping("/position")
    WhereTheTimelineIs position() {
        return new WhereTheTimelineIs(stream.write(recorded.position()));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    record WhereTheTimelineIs(String after) {}

    record Reset(String reason, Sentence words) {

        static Reset of(String reason) {
            return new Reset(
                    reason,
                    new Sentence(
                            "Không thể nối tiếp từ chỗ cũ, hãy tải lại danh sách.",
                            "The stream cannot go on from there; please load the list again."));
        }
    }

    /** One watcher's time at the stream. */
    private final class Watch {

        private final Watcher watcher;
        private final Lines lines;
        private final Instant until;
        private Position mine = Position.START;

        Watch(Watcher watcher, Lines lines, Instant until) {
            this.watcher = watcher;
            this.lines = lines;
            this.until = until;
        }

        void begin(@Nullable String from) throws IOException, InterruptedException {
            lines.retry(Duration.ofSeconds(1));
            if (from == null) {
                mine = stream.join(watcher);
            } else {
                Position asked = stream.read(from);
                String why = asked == null ? "unknown" : replay.whyNot(asked);
                if (asked == null || why != null) {
                    mine = stream.join(watcher);
                    lines.event("reset", stream.write(mine), Reset.of(why == null ? "unknown" : why));
                } else {
                    catchUp(asked);
                }
            }
            lines.id(stream.write(mine));
            watch();
        }

        /** First what is long past, without joining; then the little that is left, while new facts already wait. */
        private void catchUp(Position from) throws IOException {
            mine = from;
            for (Position now = stream.position(); distance(mine, now) > CLOSE_ENOUGH; now = stream.position()) {
                mine = replay.read(mine, now, this::see);
            }
            watcher.keepUp();
            mine = replay.read(mine, stream.join(watcher), this::see);
        }

        private void watch() throws IOException, InterruptedException {
            while (!watcher.isDropped() && clock.instant().isBefore(until)) {
                if (watcher.isBehind()) {
                    catchUp(mine);
                }
                Position shown = stream.position();
                Watcher.Sight sight = watcher.await(HEARTBEAT);
                if (sight == null && !watcher.isBehind()) {
                    mine = mine.furthest(shown);
                    lines.heartbeat(stream.write(mine));
                } else if (sight != null && sight.fact().offset() >= mine.at(partition(sight.fact()))) {
                    mine = mine.furthest(sight.position());
                    see(sight);
                }
            }
        }

        /** Who is where the stream was gets the bytes that all get. */
        private void see(Watcher.Sight sight) throws IOException {
            if (!mine.equals(sight.position())) {
                see(sight.fact(), mine);
                return;
            }
            Watcher.Told told = sight.told(() -> {
                FactView view = FactView.of(sight.fact(), sentences);
                return new Watcher.Told(view, lines.encoded("fact", stream.write(sight.position()), view));
            });
            if (watcher.interest().takes(sight.fact(), told.view().sentence())) {
                lines.write(told.event());
            }
        }

        private void see(Envelope fact, Position after) throws IOException {
            mine = after;
            if (!watcher.interest().takes(fact)) {
                return;
            }
            FactView view = FactView.of(fact, sentences);
            if (watcher.interest().takes(fact, view.sentence())) {
                lines.event("fact", stream.write(after), view);
            }
        }
    }

    private static TopicPartition partition(Envelope fact) {
        return new TopicPartition(fact.topic(), fact.partition());
    }

    private static long distance(Position from, Position to) {
        return to.partitions().stream()
                .mapToLong(partition -> Math.max(0, to.at(partition) - from.at(partition)))
                .sum();
    }
}
