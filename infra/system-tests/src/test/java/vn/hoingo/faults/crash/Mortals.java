package vn.hoingo.faults.crash;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hoingo.faults.crash.agent.Agent;
import vn.hoingo.faults.storm.Door;
import vn.hoingo.journeys.RunningSystem;

/** Services that write down their durable steps and die where they are told. Each new life is entered as soon as it is ready. */
final class Mortals implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final RunningSystem system;
    private final Path folder;
    private final Path agent;
    private final List<Thread> watching = new ArrayList<>();
    private volatile boolean over;

    private Mortals(RunningSystem system, Collection<String> services, Path folder) {
        this.system = system;
        this.folder = folder;
        try {
            this.agent = jar();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        services.forEach(service ->
                watching.add(Thread.ofPlatform().name("watch-" + service).start(() -> watch(service))));
        services.forEach(this::awaitWatched);
    }

    /** Who die when they are told. */
    static Mortals told(RunningSystem system, Collection<String> services) {
        try {
            return new Mortals(system, services, Files.createTempDirectory("hoingo-crash-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Who die once at every point that they come to.
     *
     * @param memory a folder that remembers where they have died, from run to run
     */
    static Mortals everywhere(RunningSystem system, Collection<String> services, Path memory) {
        try {
            Path folder = Files.createTempDirectory("hoingo-crash-");
            Files.createDirectories(memory);
            for (String service : services) {
                for (String kind : List.of("done-", "passed-")) {
                    Path before = memory.resolve(kind + service);
                    if (Files.notExists(before)) {
                        Files.createFile(before);
                    }
                    Files.createSymbolicLink(folder.resolve(kind + service), before.toAbsolutePath());
                }
            }
            return new Mortals(system, services, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a service has died, ever. */
    Set<Point> done(String service) {
        return lines("done-" + service).stream().map(Point::of).collect(Collectors.toSet());
    }

    /** What the services get, and nothing else of the tests. */
    private static Path jar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Agent-Class", Agent.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        Path jar = Files.createTempFile("hoingo-crash-", ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            Path root = Path.of(Agent.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            String folder = Agent.class.getPackageName().replace('.', '/');
            try (Stream<Path> classes = Files.list(root.resolve(folder))) {
                for (Path each : classes.toList()) {
                    out.putNextEntry(new JarEntry(folder + "/" + each.getFileName()));
                    out.write(Files.readAllBytes(each));
                    out.closeEntry();
                }
            }
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        return jar;
    }

    private void watch(String service) {
        long entered = 0;
        while (!over) {
            long pid = system.pid(service);
            if (pid != 0 && pid != entered && system.isReady(service) && enter(service, pid)) {
                entered = pid;
            }
            Door.rest(LOOK);
        }
    }

    private boolean enter(String service, long pid) {
        try {
            VirtualMachine life = VirtualMachine.attach(Long.toString(pid));
            try {
                life.loadAgent(agent.toString(), folder + "|" + service);
            } finally {
                life.detach();
            }
            return true;
        } catch (IOException | AttachNotSupportedException died) {
            return false;
        } catch (AgentLoadException | AgentInitializationException broken) {
            throw new IllegalStateException(service + " does not let itself be watched", broken);
        }
    }

    /** Waits until the service lives, and is watched. */
    void awaitWatched(String service) {
        if (!Door.until(PATIENCE, () -> lines("watched-" + service).contains(Long.toString(system.pid(service))))) {
            throw new IllegalStateException(service + " is not back");
        }
        if (!lines("trouble-" + service).isEmpty()) {
            throw new IllegalStateException(service + ": " + lines("trouble-" + service));
        }
    }

    /** The next time that it comes to this point in the name of this trace, it dies. */
    void arm(String service, Point point, String trace) {
        try {
            Path written = Files.writeString(folder.resolve("arming-" + service), point.line() + "\t" + trace + "\t1");
            Files.move(written, folder.resolve("armed-" + service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It lives on. */
    void disarm(String service) {
        try {
            Files.deleteIfExists(folder.resolve("armed-" + service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has died there; false when it did not. */
    boolean hasDied(String service, Point point, int earlier) {
        return Door.until(
                PATIENCE,
                () -> lines("died-" + service).size() > earlier
                        && lines("died-" + service).get(earlier).equals(point.line()));
    }

    int deaths(String service) {
        return lines("died-" + service).size();
    }

    /** The points that it has passed so far, each with the trace that was at work. */
    List<Passed> passed(String service) {
        return lines("passed-" + service).stream()
                .map(line -> new Passed(Point.of(line), line.substring(line.lastIndexOf('\t') + 1)))
                .toList();
    }

    private List<String> lines(String name) {
        try {
            Path file = folder.resolve(name);
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing is written down any more, and nobody dies. */
    @Override
    public void close() {
        over = true;
        Path left = folder.resolveSibling(folder.getFileName() + "-over"); // at once, whoever is writing
        try {
            Files.move(folder, left);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Stream<Path> files = Files.walk(left)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(agent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param trace empty when nobody's request was at work */
    record Passed(Point point, String trace) {}
}
