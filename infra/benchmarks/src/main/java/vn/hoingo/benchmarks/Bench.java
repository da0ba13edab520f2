package vn.hoingo.benchmarks;

import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.hoingo.benchmarks.Figure.Effort;

/** Measures the figure that is asked for; {@code infra/benchmarks/bench} calls it. */
final class Bench {

    private static final int WRONG_WORDS = 2;
    private static final int USUAL_ROUNDS = 10;

    private static final Map<String, Supplier<Figure>> FIGURES = new LinkedHashMap<>();

    static {
        FIGURES.put("reaction", ReactionFigure::new);
        FIGURES.put("seats", SeatsFigure::new);
        FIGURES.put("gateway", GatewayFigure::new);
        FIGURES.put("rebuild", RebuildFigure::new);
        FIGURES.put("watchers", WatchersFigure::new);
        FIGURES.put("work", WorkFigure::new);
    }

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream lines = System.out;
        System.setOut(System.err); // what libraries say is no figure
        Asked asked;
        try {
            asked = Asked.of(List.of(arguments));
        } catch (IllegalArgumentException wrong) {
            System.err.println("bench: " + wrong.getMessage() + "; bench --help lists the figures");
            System.exit(WRONG_WORDS);
            return;
        }
        asked.figure().get().measure(asked.effort(), new Lines(lines, Clock.systemUTC()));
        System.exit(0); // whatever threads are left
    }

    /** What the command line says. */
    record Asked(Supplier<Figure> figure, Effort effort) {

        static Asked of(List<String> arguments) {
            Deque<String> words = new ArrayDeque<>(arguments);
            String name = words.isEmpty() ? "" : words.removeFirst();
            Supplier<Figure> figure = FIGURES.get(name);
            if (figure == null) {
                throw new IllegalArgumentException("no figure is called \"" + name + "\"");
            }
            int rounds = USUAL_ROUNDS;
            int size = 100;
            while (!words.isEmpty()) {
                String word = words.removeFirst();
                switch (word) {
                    case "--rounds" -> rounds = number(word, words.pollFirst());
                    case "--size" -> size = number(word, words.pollFirst());
                    default -> throw new IllegalArgumentException("unknown option " + word);
                }
            }
            return new Asked(figure, new Effort(rounds, size));
        }

        private static int number(String option, @org.jspecify.annotations.Nullable String word) {
            if (word == null || !word.matches("[1-9]\\d{0,3}")) {
                throw new IllegalArgumentException(option + " needs a number from 1 to 9999");
            }
            return Integer.parseInt(word);
        }
    }
}
