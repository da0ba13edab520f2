package vn.hoingo.faults.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.hoingo.faults.crash.Shape.Deed;
import vn.hoingo.faults.storm.Door;
import vn.hoingo.journeys.RunningSystem;

/**
 * Gives a command of each shape once to find its durable steps, and then once more for each moment before and after each of
 * them, at which the service dies. Different services die side by side.
 */
final class Battery {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration STILL = Duration.ofSeconds(2);

    private final RunningSystem system;
    private final Door door;
    private final Mortals mortals;
    private final int most;
    private final long turn;
    private final Random random = new Random();
    private final Collection<Done> done = new ConcurrentLinkedQueue<>();
    private final Collection<String> missed = new ConcurrentLinkedQueue<>();

    /**
     * @param most so many points of each shape at most
     * @param turn which of them, when there are more: turns that follow each other come to all
     */
    Battery(RunningSystem system, Door door, Mortals mortals, int most, long turn) {
        this.most = most;
        this.turn = turn;
        this.system = system;
        this.door = door;
        this.mortals = mortals;
    }

    /** All that was done; the first of each shape without a death. */
    List<Done> through(List<Shape> shapes) {
        Map<String, List<Shape>> lanes = new LinkedHashMap<>();
        shapes.forEach(shape ->
                lanes.computeIfAbsent(shape.service(), any -> new ArrayList<>()).add(shape));
        Collection<Throwable> broken = new ConcurrentLinkedQueue<>();
        List<Thread> threads = lanes.values().stream()
                .map(lane -> Thread.ofVirtual().start(() -> {
                    try {
                        lane.forEach(this::through);
                    } catch (RuntimeException | Error failed) {
                        broken.add(failed);
                    }
                }))
                .toList();
        for (Thread each : threads) {
            try {
                each.join();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stop);
            }
        }
        if (!broken.isEmpty()) {
            IllegalStateException failure = new IllegalStateException("the battery itself broke down");
            broken.forEach(failure::addSuppressed);
            throw failure;
        }
        return List.copyOf(done);
    }

    /** The points that nobody died at, though they were found. */
    List<String> missed() {
        return List.copyOf(missed);
    }

    private void through(Shape shape) {
        long begun = System.nanoTime();
        List<Point> points = List.copyOf(found(shape));
        List<Point> chosen = IntStream.range(0, Math.min(most, points.size()))
                .mapToObj(each -> points.get((int) Math.floorMod(turn * most + each, (long) points.size())))
                .toList();
        int hit = 0;
        for (Point point : chosen) {
            if (dies(shape, point)) {
                hit++;
            } else {
                missed.add(shape.name() + " in " + shape.service() + ": " + point);
            }
        }
        System.out.printf(
                "crash: %-24s %-12s %d points found, %d chosen, %d hit, %d s%n",
                shape.name(),
                shape.service(),
                points.size(),
                chosen.size(),
                hit,
                (System.nanoTime() - begun) / 1_000_000_000);
    }

    private Set<Point> found(Shape shape) {
        String mark = mark();
        Deed deed = shape.preparation().of(mark);
        int before = mortals.passed(shape.service()).size();
        String trace = trace();
        @Nullable String id = give(shape, mark, trace, deed);
        settle(deed, id);
        Set<Point> points = new LinkedHashSet<>();
        int seen;
        do {
            seen = points.size();
            Door.rest(STILL);
            List<Mortals.Passed> passed = mortals.passed(shape.service());
            passed.subList(before, passed.size()).stream()
                    .filter(each -> shape.isOurs(each, trace))
                    .forEach(each -> points.add(each.point()));
        } while (points.size() > seen || points.isEmpty());
        done.add(new Done(shape, null, mark, trace, id));
        return points;
    }

    private boolean dies(Shape shape, Point point) {
        String mark = mark();
        String trace = trace();
        Deed deed = shape.preparation().of(mark);
        int deaths = mortals.deaths(shape.service());
        mortals.arm(shape.service(), point, shape.traced() ? trace : "");
        @Nullable String id = give(shape, mark, trace, deed);
        boolean died = mortals.hasDied(shape.service(), point, deaths);
        if (died) {
            mortals.awaitWatched(shape.service());
            system.endLeases(shape.service());
        } else {
            mortals.disarm(shape.service());
        }
        settle(deed, id);
        done.add(new Done(shape, point, mark, trace, id));
        return died;
    }

    /** The id of what was created or changed; null when it was refused. */
    private @Nullable String give(Shape shape, String mark, String trace, Deed deed) {
        String parent = "00-" + trace + "-00000000000000aa-01";
        @Nullable JsonNode answer = door.command(shape.name(), "crash-" + mark, parent, deed.path(), deed.body(), null);
        return answer == null ? null : answer.path("id").asString(null);
    }

    private static void settle(Deed deed, @Nullable String id) {
        if (id != null && !Door.until(PATIENCE, () -> deed.settled().test(id))) {
            throw new IllegalStateException(deed.path() + " never came to its end for " + id);
        }
    }

    /** Letters only: people of one name would be taken for one person, and a name has no digits. */
    private synchronized String mark() {
        return random.ints(10, 'A', 'Z' + 1).mapToObj(Character::toString).collect(Collectors.joining("", "Q", ""));
    }

    private synchronized String trace() {
        return "%016x%016x".formatted(random.nextLong() | 1, random.nextLong() | 1);
    }

    /**
     * A command that was given.
     *
     * @param death where the service died under it; null when it did not
     * @param id what was created or changed; null when it was refused
     */
    record Done(
            Shape shape,
            @Nullable Point death,
            String mark,
            String trace,
            @Nullable String id) {

        @Override
        public String toString() {
            return shape.name() + " in " + shape.service() + (death == null ? "" : ", dying " + death);
        }
    }
}
