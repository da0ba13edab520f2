package vn.hoingo.faults.storm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.hoingo.faults.history.Chronicle;
import vn.hoingo.faults.history.Line.Discarded;
import vn.hoingo.faults.history.Line.Stuck;
import vn.hoingo.faults.history.Line.Tally;

/** What an operator does after a storm: gives up what is nonsense, has everything else heard again, and waits until it is quiet. */
public final class Repairs {

    static final List<String> SERVICES = List.of("events", "delegations", "invitations", "logistics", "operations");

    private final Door door;
    private final Topics topics;
    private final Chronicle chronicle;

    public Repairs(Door door, Topics topics, Chronicle chronicle) {
        this.door = door;
        this.topics = topics;
        this.chronicle = chronicle;
    }

    /** Who comes after others does not answer for what they gave up. */
    public void noteWhatWasGivenUpBefore() {
        tallies().forEach(tally -> {
            for (long each = 1; each <= tally.deadLettered(); each++) {
                chronicle.write(new Discarded(tally.consumer(), tally.topic(), tally.partition(), -each));
            }
        });
    }

    /** True once nothing is stuck, nothing is behind, and nothing moves; false when that does not come in time. */
    public boolean untilQuiet(Duration patience) {
        long[] before = {-1};
        return Door.until(patience, () -> {
            long now =
                    topics.ends().values().stream().mapToLong(Long::longValue).sum();
            boolean still = mend() && flows() && now == before[0];
            before[0] = now;
            return still;
        });
    }

    private boolean flows() {
        JsonNode flows = door.once("GET", "/api/operations/flows", "");
        return flows != null
                && all(flows.get("services"))
                        .allMatch(service -> service.get("reachable").asBoolean()
                                && service.get("behind").asLong() == 0
                                && service.path("oldestPendingMillis").asLong(0) == 0);
    }

    /** One look at everything that is stuck; true when there was nothing. */
    private boolean mend() {
        boolean nothing = true;
        for (String service : SERVICES) {
            JsonNode blocked = door.once("GET", "/api/" + service + "/messaging/blocked", "");
            if (blocked == null) {
                nothing = false;
                continue;
            }
            Set<String> foreign = new HashSet<>();
            if (!blocked.isEmpty()) {
                topics.injected().forEach(each -> foreign.add(each.place()));
            }
            for (JsonNode line : blocked) {
                nothing = false;
                mend(service, line, foreign);
            }
        }
        return nothing;
    }

    private void mend(String service, JsonNode line, Set<String> foreign) {
        JsonNode head = line.get("waiting").get(0);
        Discarded given = new Discarded(
                line.get("consumer").asString(),
                line.get("topic").asString(),
                head.get("partition").asInt(),
                head.get("offset").asLong());
        boolean nonsense = foreign.contains(given.topic() + "-" + given.partition() + "@" + given.offset());
        if (nonsense) {
            chronicle.write(given);
        }
        door.once(
                "POST",
                "/api/" + service + "/messaging/blocked/" + (nonsense ? "discard" : "replay") + "?id="
                        + URLEncoder.encode(line.get("id").asString(), UTF_8),
                "");
    }

    /** The accounts of all consumers; a partition that a consumer should know and does not, is one at -1. */
    List<Tally> tallies() {
        Map<TopicPartition, Long> ends = topics.ends();
        return SERVICES.stream().flatMap(service -> tallies(service, ends)).toList();
    }

    private Stream<Tally> tallies(String service, Map<TopicPartition, Long> ends) {
        JsonNode flow = door.look("/api/" + service + "/messaging/tallies");
        Map<String, Tally> tallies = new HashMap<>();
        Set<List<String>> heard = new HashSet<>();
        if (flow == null) {
            throw new IllegalStateException(service + " does not tell its tallies");
        }
        all(flow.get("tallies")).forEach(each -> {
            String consumer = each.get("consumer").asString();
            String topic = each.get("topic").asString();
            Long end = ends.get(new TopicPartition(topic, each.get("partition").asInt()));
            if (end != null) {
                Tally tally = tally(consumer, topic, each.get("partition").asInt(), end, each);
                tallies.put(tally.account(), tally);
                heard.add(List.of(consumer, topic));
            }
        });
        heard.forEach(each -> ends.forEach((partition, end) -> {
            if (partition.topic().equals(each.getLast()) && end > 0) {
                Tally none = tally(each.getFirst(), each.getLast(), partition.partition(), end, null);
                tallies.putIfAbsent(none.account(), none);
            }
        }));
        return tallies.values().stream();
    }

    private static Tally tally(String consumer, String topic, int partition, long end, @Nullable JsonNode counts) {
        return counts == null
                ? new Tally(consumer, topic, partition, end, -1, 0, 0, 0, 0, 0, 0)
                : new Tally(
                        consumer,
                        topic,
                        partition,
                        end,
                        counts.get("offset").asLong(),
                        counts.get("received").asLong(),
                        counts.get("handled").asLong(),
                        counts.get("skipped").asLong(),
                        counts.get("refused").asLong(),
                        counts.get("parked").asLong(),
                        counts.get("deadLettered").asLong());
    }

    /** What is still blocked. */
    List<Stuck> stuck() {
        return SERVICES.stream()
                .map(service -> door.look("/api/" + service + "/messaging/blocked"))
                .filter(blocked -> blocked != null)
                .flatMap(Repairs::all)
                .map(line -> new Stuck(
                        line.get("id").asString() + " ("
                                + line.get("waiting").get(0).get("reason").asString() + ")",
                        line.get("waiting").size()))
                .toList();
    }

    static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
