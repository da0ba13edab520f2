package vn.hoingo.operations.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What every service answers about its messages, and what it can be told to do about those that are stuck. */
@HttpExchange("/api/{service}/messaging")
public interface ServiceMessaging {

    @GetExchange("/tallies")
    Flow tallies(@PathVariable String service);

    @GetExchange("/blocked")
    List<Blocked> blocked(@PathVariable String service);

    @GetExchange("/blocked/message")
    Stuck message(@PathVariable String service, @RequestParam String id);

    @PostExchange("/blocked/replay")
    Drained replay(@PathVariable String service, @RequestParam String id);

    @PostExchange("/blocked/discard")
    Drained discard(@PathVariable String service, @RequestParam String id);

    @GetExchange("/copies")
    List<Copy> copies(@PathVariable String service);

    @PostExchange("/copies/rebuild")
    Copy rebuild(@PathVariable String service, @RequestParam String copy);

    /** @param oldestPendingMillis how long the oldest fact of the service has waited to travel */
    record Flow(List<Tally> tallies, long oldestPendingMillis) {}

    /** What became of the messages of one partition at one consumer. */
    record Tally(
            String consumer,
            String topic,
            int partition,
            long offset,
            long received,
            long handled,
            long skipped,
            long refused,
            long parked,
            long deadLettered) {}

    /**
     * What a service knows of others, and how far it is with making that anew.
     *
     * @param state living, rebuilding, rebuilt or failed
     * @param heard messages taken so far
     * @param behind messages still to take
     */
    record Copy(String copy, String state, long heard, long behind) {}

    /** A key at which a consumer is stuck: first the message that it could not handle, then those behind it. */
    record Blocked(
            String id,
            String consumer,
            String topic,
            @Nullable String key,
            Instant since,
            List<Reference> waiting) {}

    record Reference(int partition, long offset, String type, String reason) {}

    record Stuck(String topic, int partition, long offset, Map<String, String> headers, String payload) {}

    /**
     * What a repair came to.
     *
     * @param waiting how many still wait, the stuck one included
     */
    record Drained(int heard, int waiting, @Nullable String reason) {}
}
