package vn.hoingo.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Says each figure as one line of JSON, and nothing else on that stream. */
final class Lines {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintStream out;
    private final Clock clock;

    Lines(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    Line of(String figure, String unit) {
        return new Line(figure, unit);
    }

    /** One figure, put together. */
    final class Line {

        private final Map<String, Object> said = new LinkedHashMap<>();

        private Line(String figure, String unit) {
            said.put("figure", figure);
            said.put("unit", unit);
        }

        Line with(String name, Object value) {
            said.put(name, value instanceof Spread spread ? rounded(spread) : value);
            return this;
        }

        /** Ours, the limit and the peer where it ran, by one measure, with the ratios among them. */
        Line of(Race race, String measure, @Nullable Reach toLimit) {
            for (String side : List.of("ours", "limit", "peer")) {
                if (race.has(side)) {
                    with(side, race.of(side, measure));
                }
            }
            if (race.has("limit")) {
                ratio("limit", race.ratio("ours", "limit", measure), toLimit);
            }
            if (race.has("peer")) {
                ratio("peer", race.ratio("ours", "peer", measure), null);
            }
            return with("rounds", race.rounds());
        }

        Line ratio(String to, Spread ratio, @Nullable Reach reach) {
            with("ratioTo" + Character.toUpperCase(to.charAt(0)) + to.substring(1), ratio);
            if (reach != null) {
                with("reach", reach.inWords() + " of the " + to).with("reached", reach.isReached(ratio));
            }
            return this;
        }

        void print() {
            with("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            with("processors", Runtime.getRuntime().availableProcessors());
            with("flags", flags());
            with("at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
            out.println(JSON.writeValueAsString(said));
            out.flush();
        }

        private static Map<String, Double> rounded(Spread spread) {
            Map<String, Double> three = new LinkedHashMap<>();
            three.put("median", rounded(spread.median()));
            three.put("low", rounded(spread.low()));
            three.put("high", rounded(spread.high()));
            return three;
        }

        /** Four digits say enough. */
        private static @Nullable Double rounded(double value) {
            return Double.isFinite(value)
                    ? new java.math.BigDecimal(value)
                            .round(new java.math.MathContext(4))
                            .doubleValue()
                    : null;
        }

        private static String flags() {
            List<String> flags =
                    new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
            flags.removeIf(flag -> !flag.startsWith("-X"));
            return String.join(" ", flags);
        }
    }
}
