package vn.hoingo.faults.storm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.hoingo.faults.checker.Invariant;
import vn.hoingo.faults.checker.WatchersMissNothing;
import vn.hoingo.faults.history.Chronicle;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.history.Line;
import vn.hoingo.journeys.RunningSystem;

/**
 * Some minutes in which people work on while processes die, freeze and are told nonsense; then the quiet after it, in which an
 * operator mends what is stuck, and everything is read and checked.
 */
final class Storm {

    private static final Duration CALMING_DOWN = Duration.ofMinutes(8);
    private static final int CLIENTS = 6;
    private static final int FOCAL_POINTS = 2;
    private static final int SEATS = 5;

    private final RunningSystem system;
    private final long seed;
    private final Duration length;
    private final Path file;

    /** @param file what is seen goes there, line by line */
    Storm(RunningSystem system, long seed, Duration length, Path file) {
        this.system = system;
        this.seed = seed;
        this.length = length;
        this.file = file;
    }

    /** What was broken, each in a sentence; empty when nothing was. */
    List<String> rage() {
        try (Chronicle chronicle = Chronicle.at(file);
                Topics topics = new Topics(system.broker(), List.copyOf(Survey.OWNERS.keySet()))) {
            Door door = new Door(system, chronicle);
            Repairs repairs = new Repairs(door, topics, chronicle);
            repairs.noteWhatWasGivenUpBefore();
            String mark = UUID.randomUUID().toString().substring(0, 6);
            String event = edition(door, mark);
            String dinner = dinner(door, event);

            Watcher watcher = new Watcher(system, door, chronicle);
            Thread watching = Thread.ofVirtual().start(watcher);
            Troublemaker troublemaker = trouble(door, chronicle, topics, mark, event, dinner);
            boolean quiet = repairs.untilQuiet(CALMING_DOWN);

            Survey survey = new Survey(system, door, topics, repairs);
            survey.copies().forEach(chronicle::write);
            survey.everything(dinner).forEach(chronicle::write);
            Door.until(Duration.ofMinutes(1), () -> new WatchersMissNothing()
                    .breaches(History.read(file))
                    .findAny()
                    .isEmpty());
            watcher.leave();
            watching.interrupt();

            List<String> breaches = new ArrayList<>(Invariant.check(History.read(file)));
            if (!quiet) {
                breaches.addFirst("It did not become quiet within " + CALMING_DOWN);
            }
            tell(door, troublemaker, watcher, breaches);
            return breaches;
        }
    }

    private Troublemaker trouble(
            Door door, Chronicle chronicle, Topics topics, String mark, String event, String dinner) {
        AtomicLong end = new AtomicLong(Long.MAX_VALUE);
        BooleanSupplier isOver = () -> System.nanoTime() > end.get();
        int longestFreeze = Math.clamp(length.toSeconds() / 9, 1, 30);
        Random seeds = new Random(seed);
        Troublemaker troublemaker =
                new Troublemaker(system, chronicle, topics, seeds.nextLong(), longestFreeze, isOver);
        List<FocalPoint> focalPoints = new ArrayList<>();
        for (int number = 1; number <= FOCAL_POINTS; number++) {
            String partner = new Client(mark + "-partner-" + number, door, seeds.nextLong(), event, dinner, isOver)
                    .registersAPartner();
            focalPoints.add(new FocalPoint(system, door, chronicle, seeds.nextLong(), partner, event, isOver));
        }
        focalPoints.forEach(FocalPoint::signIn);
        List<Thread> all = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        end.set(System.nanoTime() + length.toNanos());
        all.add(started(troublemaker, failures));
        focalPoints.forEach(each -> all.add(started(each, failures)));
        for (int number = 1; number <= CLIENTS; number++) {
            all.add(started(new Client(mark + "-" + number, door, seeds.nextLong(), event, dinner, isOver), failures));
        }
        for (Thread each : all) {
            try {
                each.join();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stop);
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("the storm itself broke down", failures.getFirst());
        }
        return troublemaker;
    }

    private static Thread started(Runnable work, List<Throwable> failures) {
        return Thread.ofVirtual().start(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error broken) {
                synchronized (failures) {
                    failures.add(broken);
                }
            }
        });
    }

    private String edition(Door door, String mark) {
        @Nullable String event = new Client(mark, door, seed, "", "", () -> true).opens("Storm " + mark);
        if (event == null) {
            throw new IllegalStateException("no edition was opened");
        }
        return event;
    }

    /** The dinner of the edition, with few seats. */
    private static String dinner(Door door, String event) {
        JsonNode[] dinner = new JsonNode[1];
        Door.until(CALMING_DOWN, () -> {
            JsonNode activities = door.look("/api/events/activities?event=" + event);
            if (activities != null) {
                Repairs.all(activities.get("items"))
                        .filter(activity -> activity.get("kind").asString().equals("dinner"))
                        .forEach(activity -> dinner[0] = door.look(
                                "/api/events/activities/" + activity.get("id").asString()));
            }
            return dinner[0] != null;
        });
        String id = dinner[0].get("id").asString();
        JsonNode window = dinner[0].get("window");
        door.edit(
                "organiser",
                "/api/events/activities/" + id,
                """
                {"kind": "dinner", "name": {"vi": "Tiệc", "en": "Dinner"}, "place": "Sảnh tiệc", "capacity": %d, "admission": "by-invitation",
                 "window": {"start": "%s", "end": "%s", "zone": "Asia/Ho_Chi_Minh"}}
                """.formatted(
                        SEATS, window.get("start").asString(), window.get("end").asString()),
                dinner[0].get("version").asLong());
        boolean small = Door.until(CALMING_DOWN, () -> {
            JsonNode book = door.look("/api/invitations/seat-books/" + id);
            return book != null && book.get("capacity").asInt() == SEATS;
        });
        if (!small) {
            throw new IllegalStateException("the seat book of the dinner did not hear of its capacity");
        }
        return id;
    }

    private void tell(Door door, Troublemaker troublemaker, Watcher watcher, List<String> breaches) {
        History history = History.read(file);
        System.out.printf(
                "storm: seed %d, %d s, %s; %d troubles: %s; %d facts, %d aggregates, %d rows of copies, %d letters mailed, "
                        + "%d looks at a partner's own, %d told to a watcher who was reset %d times; %d violations; history in %s%n",
                seed,
                length.toSeconds(),
                door.summary(),
                troublemaker.done().size(),
                String.join(", ", troublemaker.done()),
                history.facts().size(),
                history.all(Line.Found.class).count(),
                history.all(Line.Row.class).count(),
                history.all(Line.Mailed.class).count(),
                history.all(Line.Shown.class).count(),
                watcher.received(),
                watcher.resets(),
                breaches.size(),
                file);
        breaches.forEach(System.out::println);
    }
}
