package vn.hoingo.faults.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.hoingo.journeys.RunningSystem;

/**
 * Whatever dies, freezes or speaks nonsense while people work: what was promised is kept. How long and which storm, the system
 * properties {@code hoingo.storm.minutes} and {@code hoingo.storm.seed} say; the seed is printed.
 */
class StormJourney {

    private static final Duration USUAL = Duration.ofSeconds(90);

    @Test
    void aStormLeavesNothingBroken() throws IOException {
        String minutes = System.getProperty("hoingo.storm.minutes", "");
        Duration length = minutes.isEmpty() ? USUAL : Duration.ofSeconds(Math.round(Double.parseDouble(minutes) * 60));
        long seed = Long.getLong("hoingo.storm.seed", System.nanoTime() % 1_000_000);
        Path folder = Files.createDirectories(Path.of("target", "storms").toAbsolutePath());
        System.out.printf("storm: seed %d for %d s%n", seed, length.toSeconds());

        Storm storm = new Storm(RunningSystem.get(), seed, length, folder.resolve("storm-" + seed + ".jsonl"));

        assertThat(storm.rage()).as("seed " + seed).isEmpty();
    }
}
