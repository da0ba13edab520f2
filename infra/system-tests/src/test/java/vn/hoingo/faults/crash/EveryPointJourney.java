package vn.hoingo.faults.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
import vn.hoingo.journeys.Walk;

/**
 * Every point of every command that a walk gives: whoever comes to a point at which nobody has died yet dies there, and the walk
 * is taken again until nobody does. It takes an hour or more, or as many minutes as {@code hoingo.crash.minutes} says; what was
 * done is remembered in {@code target/crash-points}.
 */
@EnabledIfSystemProperty(named = "hoingo.crash.full", matches = "true")
class EveryPointJourney {

    private static final List<String> SERVICES =
            List.of("events", "delegations", "invitations", "logistics", "operations", "identity");
    private static final Duration CALMING_DOWN = Duration.ofMinutes(8);
    private static final int WALKS = 40;
    private static final long ENDLESS = 0;
    private static final long MINUTES = Long.getLong("hoingo.crash.minutes", ENDLESS);

    private final RunningSystem system = RunningSystem.get();
    private final long until = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();

    @Test
    void aDeathAtEveryPointOfEveryCommandBreaksNothing() throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        Path file = Files.createDirectories(target.resolve("storms")).resolve("every-point.jsonl");
        Set<String> left;
        try (Chronicle chronicle = Chronicle.at(file);
                Topics topics = new Topics(system.broker(), List.copyOf(Survey.OWNERS.keySet()))) {
            Door door = new Door(system, chronicle);
            Repairs repairs = new Repairs(door, topics, chronicle);
            repairs.noteWhatWasGivenUpBefore();
            try (Mortals mortals = Mortals.everywhere(system, SERVICES, target.resolve("crash-points"))) {
                left = walked(mortals);
                SERVICES.forEach(mortals::awaitWatched);
                tell(mortals);
            }
            assertThat(repairs.untilQuiet(CALMING_DOWN)).as("quiet").isTrue();
            Survey survey = new Survey(system, door, topics, repairs);
            survey.copies().forEach(chronicle::write);
            survey.everything("").forEach(chronicle::write);
        }
        assertThat(Invariant.check(History.read(file))).isEmpty();
        if (MINUTES == ENDLESS) {
            assertThat(left).as("points that were found and not died at").isEmpty();
        }
    }

    private boolean isOver() {
        return MINUTES != ENDLESS && System.nanoTime() > until;
    }

    /** What is left when it goes no further. */
    private Set<String> walked(Mortals mortals) {
        Set<String> left = Set.of();
        int still = 0;
        for (int walk = 1; walk <= WALKS && still < 2 && !isOver(); walk++) {
            int before = deaths(mortals);
            List<String> brokeOff = new Walk(walk).take(this::isOver);
            left = left(mortals);
            int died = deaths(mortals) - before;
            still = died == 0 ? still + 1 : 0;
            System.out.printf(
                    "crash: walk %d, %d deaths, %d points left; broke off: %s%n",
                    walk, died, left.size(), String.join("; ", brokeOff));
            if (left.isEmpty() && died == 0 && brokeOff.isEmpty()) {
                break;
            }
        }
        return left;
    }

    private static int deaths(Mortals mortals) {
        return SERVICES.stream().mapToInt(mortals::deaths).sum();
    }

    private static Set<Point> found(Mortals mortals, String service) {
        return mortals.passed(service).stream().map(Mortals.Passed::point).collect(Collectors.toSet());
    }

    private static Set<String> left(Mortals mortals) {
        Set<String> left = new TreeSet<>();
        for (String service : SERVICES) {
            Set<Point> points = found(mortals, service);
            points.removeAll(mortals.done(service));
            points.forEach(point -> left.add(service + " " + point));
        }
        return left;
    }

    /** What was found and hit, and honestly what no walk comes to. */
    private static void tell(Mortals mortals) {
        int all = 0;
        int driven = 0;
        for (String service : SERVICES) {
            Set<Point> points = found(mortals, service);
            Set<Point> hit = mortals.done(service);
            hit.retainAll(points);
            Set<String> commands = Commands.all().getOrDefault(service, Set.of());
            Set<String> doors = points.stream().map(Point::door).collect(Collectors.toSet());
            List<String> undriven = new ArrayList<>(commands);
            undriven.removeAll(doors);
            all += commands.size();
            driven += commands.size() - undriven.size();
            System.out.printf(
                    "crash: %-12s %d of %d points hit; %d of %d commands driven; not: %s%n",
                    service,
                    hit.size(),
                    points.size(),
                    commands.size() - undriven.size(),
                    commands.size(),
                    String.join(", ", undriven));
        }
        System.out.printf("crash: %d of %d commands driven%n", driven, all);
    }
}
