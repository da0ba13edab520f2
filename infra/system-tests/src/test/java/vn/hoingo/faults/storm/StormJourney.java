package vn.hoingo.faults.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.history.Line;
import vn.hoingo.journeys.RunningSystem;

/**
 * Whatever dies, freezes or speaks nonsense while people work: what was promised is kept. How long and which storm, the system
 * properties {@code hoingo.storm.minutes} and {@code hoingo.storm.seed} say; the seed is printed.
 */
class StormJourney {

    private static final Duration USUAL = Duration.ofSeconds(90);

    /** A history without one of these would pass for want of anything to check. */
    private static final List<Class<? extends Line>> TO_BE_SEEN = List.of(
            Line.Fact.class,
            Line.Found.class,
            Line.Book.class,
            Line.Invited.class,
            Line.Row.class,
            Line.Letter.class,
            Line.Mailed.class,
            Line.Tally.class,
            Line.Shown.class,
            Line.Received.class,
            Line.Trouble.class);

    @Test
    void aStormLeavesNothingBroken() throws IOException {
        String minutes = System.getProperty("hoingo.storm.minutes", "");
        Duration length = minutes.isEmpty() ? USUAL : Duration.ofSeconds(Math.round(Double.parseDouble(minutes) * 60));
        long seed = Long.getLong("hoingo.storm.seed", System.nanoTime() % 1_000_000);
        Path folder = Files.createDirectories(Path.of("target", "storms").toAbsolutePath());
        System.out.printf("storm: seed %d for %d s%n", seed, length.toSeconds());

        Path file = folder.resolve("storm-" + seed + ".jsonl");
        List<String> breaches = new Storm(RunningSystem.get(), seed, length, file).rage();

        assertThat(breaches).as("seed " + seed).isEmpty();
        History seen = History.read(file);
        for (Class<? extends Line> each : TO_BE_SEEN) {
            assertThat(seen.all(each)).as(each.getSimpleName()).isNotEmpty();
        }
        assertThat(seen.all(Line.Asked.class).filter(Line.Asked::acknowledged)).hasSizeGreaterThan(50);
    }
}
