package vn.hoingo.portal.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import tools.jackson.databind.JsonNode;
import vn.hoingo.portal.relay.Listing;
import vn.hoingo.portal.relay.Text;

/** The operations service, as its screen needs it. */
interface OperationsClient {

    @GetExchange("/api/operations/stream/position")
    Position position();

    @GetExchange("/api/operations/facts")
    Listing<Fact> facts(
            @RequestParam(required = false) @Nullable UUID event,
            @RequestParam(required = false) @Nullable UUID delegation,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam int limit);

    @GetExchange("/api/operations/facts/{id}")
    Fact fact(@PathVariable UUID id);

    @GetExchange("/api/operations/facts/{id}/consequences")
    Caused consequences(@PathVariable UUID id);

    @GetExchange("/api/operations/facts/{id}/causes")
    Listing<Fact> causes(@PathVariable UUID id);

    @GetExchange("/api/operations/flows")
    Flows flows();

    @GetExchange("/api/operations/dead-letters")
    DeadLetters deadLetters();

    @GetExchange("/api/operations/dead-letters/{id}")
    DeadLetter deadLetter(@PathVariable String id);

    @PostExchange("/api/operations/dead-letters/{id}/{act}")
    Mended mend(@PathVariable String id, @PathVariable String act, @RequestBody Note note);

    @GetExchange("/api/operations/alerts")
    Listing<Alert> alerts(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam int limit);

    @PostExchange("/api/operations/alerts/{id}/acknowledgement")
    Alert acknowledge(@PathVariable String id, @RequestBody Note note);

    record Position(String after) {}

    record Note(@Nullable String note) {}

    record Fact(
            UUID id,
            String type,
            @Nullable String topic,
            int partition,
            long offset,
            long sequence,
            Instant time,
            @Nullable String subject,
            @Nullable UUID event,
            @Nullable UUID delegation,
            @Nullable UUID partner,
            @Nullable String actor,
            @Nullable String correlation,
            @Nullable String causation,
            Text sentence,
            String pill,
            @Nullable JsonNode payload) {

        public String service() {
            return type.substring(0, Math.max(type.indexOf('.'), 0));
        }

        public String tone() {
            return toneOf(pill);
        }

        public String pillKey() {
            return "pill." + pill.replace(' ', '-');
        }

        static String toneOf(String pill) {
            return switch (pill) {
                case "done" -> "ok";
                case "changed" -> "wait";
                case "at risk" -> "risk";
                case "by itself" -> "jade";
                default -> "quiet";
            };
        }
    }

    record Caused(Fact fact, long afterMillis, List<Caused> consequences) {

        public Caused {
            consequences = consequences == null ? List.of() : consequences;
        }

        public String dot() {
            return switch (fact.pill()) {
                case "at risk" -> "risk";
                case "changed" -> "changed";
                case "note" -> "note";
                default -> "";
            };
        }
    }

    record Flows(List<Flow> services) {}

    record Flow(
            String service,
            boolean reachable,
            @Nullable Long oldestPendingMillis,
            long received,
            long handled,
            long skipped,
            long refused,
            long parked,
            long deadLettered,
            long difference,
            long behind,
            @Nullable List<Integer> recent,
            @Nullable List<Consumer> consumers) {

        public String tone() {
            return !reachable || deadLettered > 0 || difference != 0
                    ? "risk"
                    : behind > 0 || parked > 0 ? "wait" : "ok";
        }

        /** The last minute as a line: twelve points, the highest at the top. */
        public String line() {
            List<Integer> points = recent == null ? List.of() : recent;
            int most = Math.max(
                    1, points.stream().mapToInt(Integer::intValue).max().orElse(1));
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < points.size(); i++) {
                line.append(i * 10)
                        .append(',')
                        .append(30 - points.get(i) * 26 / most)
                        .append(' ');
            }
            return line.toString().strip();
        }
    }

    record Consumer(
            String consumer,
            long received,
            long handled,
            long skipped,
            long refused,
            long parked,
            long deadLettered,
            long difference,
            long behind) {}

    record DeadLetters(List<DeadLetter> items, @Nullable List<String> unreachable) {}

    record DeadLetter(
            String id,
            String service,
            String consumer,
            String topic,
            @Nullable String key,
            @Nullable Instant since,
            @Nullable String type,
            @Nullable Integer partition,
            @Nullable Long offset,
            @Nullable String reason,
            @Nullable Text reasonWords,
            long behind,
            @Nullable Text sentence,
            @Nullable Map<String, String> headers,
            @Nullable String payload) {}

    record Mended(
            @Nullable Integer heard,
            @Nullable Integer waiting,
            @Nullable String reason) {}

    record Alert(
            String id,
            String kind,
            String state,
            Instant raised,
            Text sentence,
            @Nullable String service,
            @Nullable String deadLetter) {}
}
