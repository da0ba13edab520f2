package vn.hoingo.faults.crash.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Inside a service: writes down each durable step that its threads pass and what made them take it, and ends the process there
 * when that was asked for. Everything is said by files in one folder, so that what was asked for outlives a process:
 *
 * <ul>
 *   <li>{@code passed-<service>}: what was passed, one point a line
 *   <li>{@code armed-<service>}: the one point to die at, then the trace that must be at work there (or nothing), then at the how
 *       manieth
 *   <li>{@code done-<service>}: when it exists, every point that does not stand in it is died at, and put down in it
 *   <li>{@code died-<service>}: the points at which the process has ended
 * </ul>
 */
public final class DurableSteps {

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findAndModify",
            "bulkWrite",
            "commitTransaction",
            "renameCollection",
            "drop",
            "collMod");
    private static final String PRODUCT = "vn.hoingo.";
    private static final String MECHANISM = PRODUCT + "messaging.";
    private static final String DOORS = PRODUCT + "doors.";
    private static final String OURS = PRODUCT + "faults.";
    private static final StackWalker STACK = StackWalker.getInstance();
    private static final ThreadLocal<@Nullable Cause> LAST = new ThreadLocal<>();
    private static final int DEATH = 86;

    private static final Duration RESPITE = Duration.ofSeconds(4);

    private static volatile @Nullable Path folder;
    private static volatile String service = "";
    private static volatile @Nullable Method currentActing;
    private static @Nullable Set<String> done;
    private static String armed = "";
    private static int met;
    private static volatile long since;

    private DurableSteps() {}

    /** False when it is watched already, for somebody who is gone perhaps. */
    static synchronized boolean watch(Path meeting, String name) {
        boolean first = folder == null;
        folder = meeting;
        done = null;
        armed = "";
        service = name;
        try {
            currentActing = Class.forName("vn.hoingo.messaging.Acting").getMethod("current");
        } catch (ReflectiveOperationException withoutMessaging) {
            currentActing = null;
        }
        return first;
    }

    /** Says that this process is watched from now on. */
    static void ready() {
        since = System.nanoTime();
        write("watched-", String.valueOf(ProcessHandle.current().pid()));
    }

    static void complain(String what) {
        write("trouble-", what);
    }

    /** The store is about to be told something. */
    public static void beforeStore(String database, Object command) {
        store("before", command);
    }

    /** The store has said that it did so. */
    public static void afterStore(String database, Object command) {
        store("after", command);
    }

    private static void store(String moment, Object command) {
        Map.Entry<?, ?> first = ((Map<?, ?>) command).entrySet().iterator().next();
        String verb = String.valueOf(first.getKey());
        if (WRITES.contains(verb)) {
            String collection = String.valueOf(first.getValue()).replaceFirst("^BsonString\\{value='(.*)'}$", "$1");
            List<String> product = product();
            String by = product.isEmpty() ? "nobody" : product.getFirst();
            pass(moment, verb + " " + collection + " by " + by, cause(product));
            if (moment.equals("after") && by.equals("Relay.trim")) {
                LAST.remove();
            }
        }
    }

    /** A letter is about to be given to the post. */
    public static void beforeMail() {
        pass("before", "mail", cause(product()));
    }

    /** The post has it. */
    public static void afterMail() {
        pass("after", "mail", cause(product()));
    }

    /** What the thread did last in a name that is known. */
    static Cause last() {
        Cause last = LAST.get();
        return last == null ? cause(product()) : last;
    }

    static void remember(@Nullable Cause cause) {
        if (cause == null) {
            LAST.remove();
        } else {
            LAST.set(cause);
        }
    }

    /** Ours on the stack, the innermost first. */
    private static List<String> product() {
        return STACK.walk(frames -> frames.filter(frame -> frame.getClassName().startsWith(PRODUCT)
                        && !frame.getClassName().startsWith(OURS)
                        && !frame.getClassName().contains(".$Proxy")
                        && !frame.getClassName().startsWith(DOORS))
                .map(frame -> frame.getClassName().startsWith(MECHANISM) ? name(frame) : "/" + name(frame))
                .toList());
    }

    private static String name(StackWalker.StackFrame frame) {
        String type = frame.getClassName().replaceFirst("\\$\\$.*$", "");
        String known = type.startsWith(MECHANISM)
                ? type.replaceFirst("^.*\\.", "")
                : type.replaceFirst("^.*\\.([^.]+\\.[^.]+)$", "$1");
        return known + "."
                + frame.getMethodName().replaceFirst("^lambda\\$", "").replaceFirst("\\$\\d+$", "");
    }

    /** The door, the reaction or the date by which this came in; of the mechanism's own work, what it last worked on. */
    private static Cause cause(List<String> product) {
        String door = product.stream()
                .filter(frame -> frame.startsWith("/"))
                .reduce((inner, outer) -> outer)
                .map(frame -> frame.substring(1))
                .orElse(null);
        if (door != null) {
            Cause found = new Cause(door, trace());
            if (product.stream().anyMatch(frame -> frame.equals("Hearing.run"))) {
                LAST.set(found);
            }
            return found;
        }
        Cause last = LAST.get();
        return last != null ? last : new Cause(work(product), "");
    }

    /** Which work of the mechanism it is; not that it was begun by a clock. */
    private static String work(List<String> product) {
        return product.stream()
                .filter(frame -> !frame.startsWith("Foundations."))
                .reduce("", (inner, outer) -> outer);
    }

    private static String trace() {
        Method current = currentActing;
        try {
            Object acting = current == null ? null : current.invoke(null);
            Object trace =
                    acting == null ? null : acting.getClass().getMethod("trace").invoke(acting);
            return traceId(trace == null ? "" : trace.toString());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The part of a {@code traceparent} that does not change on the way. */
    static String traceId(String traceparent) {
        String[] parts = traceparent.split("-");
        return parts.length == 4 ? parts[1] : "";
    }

    static void pass(String moment, String step, Cause cause) {
        Path meeting = folder;
        if (meeting == null || !Files.isDirectory(meeting)) {
            return; // whoever asked is gone
        }
        String point = String.join("\t", moment, cause.door(), step.replace("/", ""));
        write("passed-", point + "\t" + cause.trace());
        synchronized (DurableSteps.class) {
            if (isLast(point, cause.trace())) {
                write("died-", point);
                Runtime.getRuntime().halt(DEATH);
            }
        }
    }

    private static boolean isLast(String point, String trace) {
        try {
            Path wanted = file("armed-");
            if (Files.exists(wanted)) {
                String words = Files.readString(wanted);
                if (!words.equals(armed)) {
                    armed = words;
                    met = 0;
                }
                String[] told = words.strip().split("\t", -1);
                if (told.length == 5
                        && point.equals(String.join("\t", told[0], told[1], told[2]))
                        && (told[3].isEmpty() || told[3].equals(trace))
                        && ++met == Integer.parseInt(told[4])) {
                    Files.delete(wanted);
                    return true;
                }
            }
            return isNew(point);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isNew(String point) throws IOException {
        Path list = file("done-");
        if (!Files.exists(list) || System.nanoTime() - since < RESPITE.toNanos()) {
            return false; // who always dies gets nothing done
        }
        Set<String> known = done;
        if (known == null) {
            known = Files.readAllLines(list).stream().collect(Collectors.toCollection(TreeSet::new));
            done = known;
        }
        if (!known.add(point)) {
            return false;
        }
        write("done-", point);
        return true;
    }

    private static Path file(String kind) {
        Path meeting = folder;
        if (meeting == null) {
            throw new IllegalStateException("nobody said where to meet");
        }
        return meeting.resolve(kind + service);
    }

    private static synchronized void write(String kind, String line) {
        try {
            Files.writeString(
                    file(kind),
                    line + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (NoSuchFileException gone) {
            return; // with whoever wanted to know, just now
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /**
     * Why a thread takes a step.
     *
     * @param door the method by which it came in
     * @param trace of the request that set it in motion; empty when there is none
     */
    record Cause(String door, String trace) {}
}
