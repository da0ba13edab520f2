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

    @GetExchange("/api/operations/copies")
    Copies copies();

    @PostExchange("/api/operations/copies/{service}/{copy}/rebuild")
    Copy rebuild(@PathVariable String service, @PathVariable String copy);

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
            long stuck,
            long difference,
            long behind,
            @Nullable List<Integer> recent,
            @Nullable List<Consumer> consumers) {

        public String tone() {
            return !reachable || stuck > 0 || difference != 0 ? "risk" : behind > 0 || parked > 0 ? "wait" : "ok";
        }

        public long givenUp() {
            return Math.max(0, deadLettered - stuck);
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
            long stuck,
            long difference,
            long behind) {

        public long givenUp() {
            return Math.max(0, deadLettered - stuck);
        }
    }

    record Copies(List<Copy> items, @Nullable List<String> unreachable) {}

    /** A local copy, and how far it is with being made anew. */
    record Copy(String service, String copy, String state, long heard, long behind) {

        public boolean isRebuilding() {
            return state.equals("rebuilding");
        }

        public long percent() {
            return heard + behind == 0 ? 0 : heard * 100 / (heard + behind);
        }

        public String tone() {
            return switch (state) {
                case "rebuilding" -> "wait";
                case "rebuilt" -> "ok";
                case "failed" -> "risk";
                default -> "quiet";
            };
        }
    }

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
            @Nullable String payload,
            List<Behind> waiting,
            List<Repair> repairs) {

        public DeadLetter {
            waiting = waiting == null ? List.of() : waiting;
            repairs = repairs == null ? List.of() : repairs;
        }

        /** What it tells, or else what it is; nothing when it says neither. */
        public @Nullable String title() {
            return sentence != null ? sentence.here() : type == null || type.isBlank() ? null : type;
        }
    }

    /** A message that waits behind a stuck one. */
    record Behind(
            String type,
            int partition,
            long offset,
            @Nullable Text sentence) {}

    /** What somebody did about something. */
    record Repair(
            Instant at, String actor, String act, @Nullable String note) {}

    record Mended(
            @Nullable Integer heard,
            @Nullable Integer waiting,
            @Nullable String reason) {

        public boolean isDrained() {
            return waiting == null || waiting == 0;
        }
    }

    record Alert(
            String id,
            String kind,
            String state,
            Instant raised,
            Text sentence,
            @Nullable String service,
            @Nullable String deadLetter,
            List<Repair> repairs) {

        public Alert {
            repairs = repairs == null ? List.of() : repairs;
        }

        /** Who has it, or who mended it; nothing while nobody has. */
        public @Nullable Repair latest() {
            return state.equals("open") || repairs.isEmpty() ? null : repairs.getLast();
        }
    }
}
