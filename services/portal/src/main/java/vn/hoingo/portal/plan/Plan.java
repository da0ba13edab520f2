package vn.hoingo.portal.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hoingo.portal.relay.Text;

/** A plan, as the events service tells it. */
record Plan(String state, Text name, Text source, List<Deadline> deadlines) {

    private static final List<String> PHASES = List.of("before", "during", "after");

    public boolean is(String standing) {
        return state.equals(standing);
    }

    /** By the part of the plan they belong to, each with its deadlines, the next one first. */
    public Map<String, List<Deadline>> phases() {
        Map<String, List<Deadline>> phases = new LinkedHashMap<>();
        PHASES.forEach(phase -> phases.put(
                phase,
                deadlines.stream()
                        .filter(deadline -> deadline.phase().equals(phase))
                        .toList()));
        return phases;
    }

    public int settled() {
        return (int) deadlines.stream().filter(deadline -> !deadline.isOpen()).count();
    }

    public int overdue() {
        return (int) deadlines.stream().filter(Deadline::overdue).count();
    }

    /** What comes next; null when nothing is left to come. */
    public @Nullable Deadline next() {
        return deadlines.stream()
                .filter(deadline -> deadline.isOpen() && !deadline.overdue())
                .findFirst()
                .orElse(null);
    }

    /** The first step that is due after this day, so that what falls on it stands before; null when there is none. */
    public @Nullable String firstAfter(LocalDate day) {
        return deadlines.stream()
                .filter(deadline -> deadline.due().isAfter(day))
                .map(Deadline::step)
                .findFirst()
                .orElse(null);
    }

    Optional<Deadline> deadline(String step) {
        return deadlines.stream()
                .filter(deadline -> deadline.step().equals(step))
                .findFirst();
    }

    /** One thing to be done, and the day by which it is. */
    record Deadline(
            String step,
            String phase,
            Text what,
            String owner,
            int days,
            String from,
            Text source,
            LocalDate counted,
            LocalDate due,
            @Nullable Holiday holiday,
            LocalDate remindOn,
            Instant firesAt,
            String state,
            boolean overdue,
            @Nullable Settlement settlement) {

        public boolean isOpen() {
            return state.equals("open");
        }

        public boolean moved() {
            return !counted.equals(due);
        }

        /** How its day is counted, as our messages call it. */
        public String rule() {
            return days < 0 ? "before" : days > 0 ? "after" : from;
        }

        public int distance() {
            return Math.abs(days);
        }

        public String tone() {
            return switch (state) {
                case "done" -> "ok";
                case "not-needed" -> "quiet";
                default -> overdue ? "risk" : "quiet";
            };
        }
    }

    /** The day off on which it would have fallen. */
    record Holiday(Text name, Text source) {}

    /** Who said what became of it. */
    record Settlement(String by, Instant at, @Nullable String note) {}
}
