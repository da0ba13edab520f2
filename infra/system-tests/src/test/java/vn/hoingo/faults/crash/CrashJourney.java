package vn.hoingo.faults.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.hoingo.faults.checker.Invariant;
import vn.hoingo.faults.history.Chronicle;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.storm.Door;
import vn.hoingo.faults.storm.Repairs;
import vn.hoingo.faults.storm.Survey;
import vn.hoingo.faults.storm.Topics;
import vn.hoingo.journeys.RunningSystem;

/**
 * Wherever a process dies, before or after whatever it does for good: what comes of a command is what comes of it without a death. Not
 * in every build yet, for it takes minutes and was seen green too seldom; {@code -Dhoingo.crash=true}, or {@code faults --full}.
 */
@EnabledIfSystemProperty(named = "hoingo.crash", matches = "true")
class CrashJourney {

    private static final int MOST = Integer.getInteger("hoingo.crash.points", 6);
    private static final Duration CALMING_DOWN = Duration.ofMinutes(3);

    private final RunningSystem system = RunningSystem.get();

    @Test
    void aDeathAtAnyStepOfAnyShapeOfCommandChangesNothing() throws IOException {
        Path file = Files.createDirectories(Path.of("target", "storms").toAbsolutePath())
                .resolve("crash.jsonl");
        try (Chronicle chronicle = Chronicle.at(file);
                Topics topics = new Topics(system.broker(), List.copyOf(Survey.OWNERS.keySet()));
                Mortals mortals = Mortals.told(system, List.of("events", "delegations", "invitations", "logistics"))) {
            Door door = new Door(system, chronicle);
            Repairs repairs = new Repairs(door, topics, chronicle);
            repairs.noteWhatWasGivenUpBefore();
            Shapes shapes = new Shapes(system, door, "crash-" + Long.toString(System.currentTimeMillis() / 1000, 36));
            long turn = Long.getLong("hoingo.crash.turn", System.currentTimeMillis() / 1000 % 10_000);
            System.out.println("crash: turn " + turn);
            Battery battery = new Battery(system, door, mortals, MOST, turn);

            List<Battery.Done> all = battery.through(shapes.all());
            boolean quiet = repairs.untilQuiet(CALMING_DOWN);
            new Survey(system, door, topics, repairs).everything("").forEach(chronicle::write);

            assertThat(battery.missed()).as("points that were not come to").isEmpty();
            assertThat(quiet).as("quiet").isTrue();
            assertThat(differences(all, new Outcome(system, topics.facts(), all)))
                    .isEmpty();
        }
        assertThat(Invariant.check(History.read(file))).isEmpty();
    }

    /** Each command of which something else came than of its like without a death. */
    private static List<String> differences(List<Battery.Done> all, Outcome outcome) {
        Map<String, List<String>> expected = new HashMap<>();
        all.stream()
                .filter(done -> done.death() == null)
                .forEach(done -> expected.put(done.shape().name(), outcome.of(done)));
        List<String> differences = new ArrayList<>();
        for (Battery.Done done : all) {
            List<String> came = outcome.of(done);
            List<String> should = expected.get(done.shape().name());
            if (!came.equals(should)) {
                differences.add(done + ": "
                        + came.stream().filter(each -> !should.contains(each)).collect(Collectors.joining("\n   "))
                        + "\n instead of "
                        + should.stream().filter(each -> !came.contains(each)).collect(Collectors.joining("\n   ")));
            }
        }
        return differences;
    }
}
