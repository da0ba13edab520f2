package vn.hoingo.local;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for on the command line. */
record Options(boolean demo, int port, @Nullable Path data, boolean fresh, boolean help) {

    static final int DEFAULT_PORT = 8080;
    private static final int LOWEST = 1024;
    private static final int HIGHEST = 65_535 - Addresses.SPAN;

    static Options of(List<String> arguments) {
        Deque<String> words = new ArrayDeque<>(arguments);
        boolean demo = false;
        boolean fresh = false;
        boolean help = false;
        int port = DEFAULT_PORT;
        Path data = null;
        while (!words.isEmpty()) {
            String word = words.removeFirst();
            switch (word) {
                case "--demo" -> demo = true;
                case "--fresh" -> fresh = true;
                case "--help", "-h" -> help = true;
                case "--port" -> port = port(following(word, words));
                case "--data" -> data = folder(following(word, words));
                default -> throw usage("unknown option " + word);
            }
        }
        return new Options(demo, port, data, fresh, help);
    }

    private static String following(String option, Deque<String> words) {
        String word = words.pollFirst();
        if (word == null || word.isBlank()) {
            throw usage(option + " needs a value");
        }
        return word;
    }

    private static int port(String word) {
        if (!word.matches("\\d{1,5}") || Integer.parseInt(word) < LOWEST || Integer.parseInt(word) > HIGHEST) {
            throw usage("--port is a number from " + LOWEST + " to " + HIGHEST + ", and not " + word);
        }
        return Integer.parseInt(word);
    }

    private static Path folder(String word) {
        try {
            return Path.of(word).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw usage("--data is a folder, and not " + word);
        }
    }

    private static CannotStart usage(String wrong) {
        return new CannotStart(ExitCode.USAGE, wrong + "; ./run --help tells the options");
    }
}
