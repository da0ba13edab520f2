package vn.hoingo.local;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts broker, store, mail inbox, services and gateway, waits until all are ready, starts again what dies, and stops
 * everything in order. Nothing that it started outlives it.
 */
final class Supervisor {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration SERVICES_STOP = Duration.ofSeconds(5);
    private static final Duration GATEWAY_STOP = Duration.ofSeconds(2);
    private static final int TOO_MANY_DEATHS = 4;

    private final Options options;
    private final Path project;
    private final Consumer<String> progress;
    private final Addresses addresses;
    private final Readiness readiness;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Map<Deployable, Watch> watches = new EnumMap<>(Deployable.class);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable DataFolder folder;
    private @Nullable AheadOfTime aheadOfTime;
    private @Nullable MailInbox inbox;
    private @Nullable Watch broker;
    private @Nullable Watch store;

    Supervisor(Options options, Path project, Consumer<String> progress) {
        this.options = options;
        this.project = project;
        this.progress = progress;
        this.addresses = new Addresses(options.port());
        this.readiness = new Readiness(addresses, http);
    }

    /** Runs until everything is ready, and answers the address. */
    String start(Instant begun) {
        Path home = options.data() == null ? project.resolve(".data") : options.data();
        boolean first = Files.notExists(home);
        if (first) {
            addresses.requireFree(false); // a start that is refused leaves no folder behind
        }
        DataFolder data = DataFolder.open(home, options.fresh(), progress);
        folder = data;
        Mongod mongod = Mongod.find(System.getenv(), progress);
        addresses.requireFree(!(mongod instanceof Mongod.Running));
        if (first && !options.demo() && System.getenv("HOINGO_FIRST_ACCOUNT") == null) {
            progress.accept("nobody can sign in yet: start with --demo, or with the address of the first person in "
                    + "HOINGO_FIRST_ACCOUNT");
        }

        Secrets secrets = Secrets.in(home);
        DemoFile demo = options.demo() ? DemoFile.keep(home, addresses.published()) : null;
        LocalStore mongo = new LocalStore(home, addresses.store(), mongod, secrets, databases());
        Runtimes runtimes = new Runtimes(project, addresses, mongo, secrets, DemoFile.in(home), options.demo());
        AheadOfTime preparation = new AheadOfTime(project, runtimes, readiness, progress);
        aheadOfTime = preparation;
        preparation.prepareBroker();
        LocalBroker kafka =
                new LocalBroker(home, addresses.broker(), addresses.controller(), preparation.brokerFlags());

        beginBacking(home, kafka, mongo);
        if (!mongo.isSetUp()) {
            mongo.awaitReady();
        }
        preparation.prepareServices(() -> awaitBacking(kafka, mongo));
        for (Deployable deployable : Deployable.values()) {
            Program program =
                    new Program(deployable.id(), runtimes.command(deployable), runtimes.environment(deployable), home);
            Watch watch = new Watch(program, program::start, progress);
            begin(watch::begin, () -> watches.put(deployable, watch));
        }
        awaitBacking(kafka, mongo);
        awaitReadiness();
        if (demo != null) {
            new Demo(home, http, demo, progress).load();
        }
        report(home, demo, begun);
        return addresses.published();
    }

    private static Set<String> databases() {
        return Arrays.stream(Deployable.values())
                .filter(Deployable::hasDatabase)
                .map(Deployable::id)
                .collect(Collectors.toSet());
    }

    /** Services that start meanwhile wait by themselves, which keeps both cores busy. */
    private void beginBacking(Path home, LocalBroker kafka, LocalStore mongo) {
        progress.accept("starting broker, store and mail inbox");
        MailInbox mail = new MailInbox(home.resolve("mail"), addresses.mail(), Clock.systemUTC());
        inbox = mail;
        mail.start();
        Watch brokerWatch = new Watch(kafka.program(), kafka::start, progress);
        begin(brokerWatch::start, () -> broker = brokerWatch);
        Program storeProgram = mongo.program();
        if (storeProgram != null) {
            Watch storeWatch = new Watch(storeProgram, mongo::start, progress);
            begin(storeWatch::start, () -> store = storeWatch);
        }
    }

    /** What does not come up at the first try has a reason that a person must see; only later deaths are mended. */
    private void awaitBacking(LocalBroker kafka, LocalStore mongo) {
        mongo.awaitReady();
        kafka.awaitReady();
        Stream.of(broker, store).flatMap(Stream::ofNullable).forEach(Watch::keep);
    }

    /** Nothing begins once we are being stopped, and what begins is known to whoever stops it. */
    private void begin(Runnable start, Runnable remember) {
        synchronized (watches) {
            refuseWhenStopped();
            remember.run();
            start.run();
        }
    }

    private void refuseWhenStopped() {
        if (stopped.getCount() == 0) {
            throw new CannotStart(ExitCode.FAILED, "stopped before it was ready");
        }
    }

    private void awaitReadiness() {
        Set<Deployable> waiting = EnumSet.allOf(Deployable.class);
        boolean ready = Waiting.until(PATIENCE, LOOK, () -> {
            refuseWhenStopped();
            for (Deployable deployable : List.copyOf(waiting)) {
                refuseHopeless(deployable);
                if (readiness.isReady(deployable)) {
                    waiting.remove(deployable);
                    progress.accept(deployable.id() + " is ready");
                }
            }
            return waiting.isEmpty();
        });
        if (!ready) {
            throw new CannotStart(
                    ExitCode.FAILED,
                    "not ready after " + PATIENCE.toMinutes() + " minutes: "
                            + String.join(
                                    ", ", waiting.stream().map(Deployable::id).toList())
                            + "; the logs are in " + dataPath().resolve("logs"));
        }
    }

    private void refuseHopeless(Deployable deployable) {
        Watch watch = watches.get(deployable);
        if (watch != null && watch.deaths() >= TOO_MANY_DEATHS) {
            throw new CannotStart(
                    ExitCode.FAILED,
                    deployable.id() + " ended " + watch.deaths() + " times before it was ready; its log is "
                            + watch.program().log());
        }
    }

    private void report(Path home, @Nullable DemoFile demo, Instant begun) {
        if (demo != null) {
            progress.accept("demo accounts (also in " + DemoFile.in(home) + "):");
            demo.accounts()
                    .forEach(account -> progress.accept("  %-28s %-16s %s"
                            .formatted(account.email(), account.password(), String.join(", ", account.roles()))));
            progress.accept("  script client                " + demo.client().id() + " "
                    + demo.client().secret());
        }
        progress.accept(
                "data lies in " + home + ", mail in " + home.resolve("mail") + ", logs in " + home.resolve("logs"));
        Duration taken = Duration.between(begun, Instant.now());
        progress.accept(String.format(
                Locale.ROOT,
                "ready in %.1f s, all processes together %d MB (PSS)",
                taken.toMillis() / 1000.0,
                footprint()));
    }

    long footprint() {
        List<Watch> all = new ArrayList<>(watches.values());
        Stream.of(broker, store).forEach(watch -> {
            if (watch != null) {
                all.add(watch);
            }
        });
        return Footprint.ofProcesses(LongStream.concat(
                LongStream.of(ProcessHandle.current().pid()),
                all.stream()
                        .map(watch -> watch.program().process())
                        .flatMap(Stream::ofNullable)
                        .flatMap(process -> Stream.concat(Stream.of(process.toHandle()), process.descendants()))
                        .mapToLong(ProcessHandle::pid)));
    }

    /** Services first, then the door, then what they stood on. Called once, whatever ends us. */
    synchronized void stop() {
        if (stopped.getCount() == 0) {
            return;
        }
        stopped.countDown();
        AheadOfTime preparation = aheadOfTime;
        if (preparation != null) {
            preparation.stop();
        }
        List<Watch> services;
        Watch gateway;
        Watch brokerWatch;
        Watch storeWatch;
        synchronized (watches) {
            services = watches.entrySet().stream()
                    .filter(entry -> entry.getKey() != Deployable.GATEWAY)
                    .map(Map.Entry::getValue)
                    .toList();
            gateway = watches.get(Deployable.GATEWAY);
            brokerWatch = broker;
            storeWatch = store;
        }
        if (brokerWatch != null) {
            progress.accept("stopping");
        }
        endTogether(services, SERVICES_STOP);
        endTogether(Stream.ofNullable(gateway).toList(), GATEWAY_STOP);
        endTogether(Stream.ofNullable(brokerWatch).toList(), LocalBroker.STOP_PATIENCE);
        endTogether(Stream.ofNullable(storeWatch).toList(), LocalStore.STOP_PATIENCE);
        MailInbox mail = inbox;
        if (mail != null) {
            mail.close();
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        DataFolder data = folder;
        if (data != null) {
            if (brokerWatch != null) {
                progress.accept("stopped; the data stays in " + data.path());
            }
            data.close();
        }
    }

    private static void endTogether(List<Watch> watches, Duration patience) {
        List<Thread> enders = watches.stream()
                .map(watch -> Thread.ofVirtual().start(() -> watch.end(patience)))
                .toList();
        for (Thread ender : enders) {
            try {
                ender.join();
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Path dataPath() {
        DataFolder data = folder;
        return data == null ? project : data.path();
    }
}
