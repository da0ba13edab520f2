package vn.hoingo.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * With which flags and in which environment a service runs. Training its cache and running it must agree in the flags, or the
 * cache is of no use.
 */
final class Runtimes {

    private final Path project;
    private final Addresses addresses;
    private final LocalStore store;
    private final Secrets secrets;
    private final Path demoAccounts;
    private final boolean demo;

    /** @param demoAccounts the file that names them, read only in a demo */
    Runtimes(Path project, Addresses addresses, LocalStore store, Secrets secrets, Path demoAccounts, boolean demo) {
        this.project = project;
        this.addresses = addresses;
        this.store = store;
        this.secrets = secrets;
        this.demoAccounts = demoAccounts;
        this.demo = demo;
    }

    List<String> command(Deployable deployable) {
        Path cache = AheadOfTime.cache(deployable.unpacked(project));
        return command(deployable, Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of());
    }

    /** @param cacheFlags what the JVM has to know of its cache */
    List<String> command(Deployable deployable, List<String> cacheFlags) {
        List<String> command = new ArrayList<>(java(deployable));
        command.addAll(cacheFlags);
        if (Wiring.isIn(deployable.unpacked(project))) {
            command.add(Wiring.FLAG);
        }
        command.add("-jar");
        command.add(deployable.unpackedJar(project).toString());
        return command;
    }

    /** Small and quick to start: the serial collector, the first compiler, tight limits. */
    static List<String> java(Deployable deployable) {
        return List.of(
                Jdk.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms48m",
                "-Xmx" + deployable.heap() + "m",
                "-Xss512k",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }

    Map<String, String> environment(Deployable deployable) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", String.valueOf(addresses.of(deployable)));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "3s");
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + addresses.broker());
        environment.put("SPRING_MAIL_HOST", "127.0.0.1");
        environment.put("SPRING_MAIL_PORT", String.valueOf(addresses.mail()));
        environment.put("HOINGO_PUBLIC_URL", addresses.published());
        environment.put("HOINGO_JWKS_URL", addresses.direct(Deployable.IDENTITY) + "/oauth2/jwks");
        environment.put("HOINGO_TOKEN_URL", addresses.direct(Deployable.IDENTITY) + "/oauth2/token");
        environment.put("HOINGO_CLIENT_SECRET", secrets.password("client." + deployable.id()));
        Deployable.services()
                .forEach(service -> environment.put("HOINGO_" + service.name() + "_URL", addresses.direct(service)));
        if (deployable.hasDatabase()) {
            environment.put("SPRING_MONGODB_URI", store.uri(deployable.id()));
        }
        if (deployable == Deployable.DELEGATIONS) {
            environment.put("HOINGO_VAULT_KEY", secrets.key("vault-key"));
        }
        if (deployable == Deployable.INVITATIONS) {
            environment.put("HOINGO_SIGNING_KEY", secrets.key("signing-key"));
        }
        if (deployable == Deployable.IDENTITY || deployable == Deployable.GATEWAY) {
            environment.put("HOINGO_GATEWAY_SECRET", secrets.password("client.gateway"));
        }
        if (deployable == Deployable.IDENTITY) {
            Deployable.services()
                    .filter(service -> service != Deployable.IDENTITY)
                    .forEach(service -> environment.put(
                            "HOINGO_IDENTITY_CLIENTSECRETS_" + service.name(),
                            secrets.password("client." + service.id())));
            if (demo) {
                environment.put("HOINGO_DEMO", "true");
                environment.put("HOINGO_DEMO_ACCOUNTS", demoAccounts.toString());
            } else {
                environment.put("HOINGO_FIRST_ACCOUNT", System.getenv().getOrDefault("HOINGO_FIRST_ACCOUNT", ""));
            }
        }
        return environment;
    }
}
