package vn.hoingo.local;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A real MongoDB server as a replica set of one, with authentication: one user per service, limited to the database of the
 * same name, and a root user. Writes are acknowledged by the majority and journaled.
 */
public final class LocalStore implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Duration STOP_PATIENCE = Duration.ofSeconds(3);

    /** Stands in the data folder once the store has been set up. */
    static final String MARK = "store.users";

    private static final String REPLICA_SET = "hoingo";
    private static final String ROOT = "root";
    private static final String DURABLE = "w=majority&journal=true";
    private static final int USER_OF_IMAGE = 999;
    private static final int AUTHENTICATION_FAILED = 18;
    private static final int NOT_YET_INITIALIZED = 94;
    private static final int USER_EXISTS = 51003;

    private final Path home;
    private final int port;
    private final Mongod mongod;
    private final Secrets secrets;
    private final Set<String> services;
    private final @Nullable Program program;

    /** @param home the data folder; the store's own lies in {@code home/store} */
    LocalStore(Path home, int port, Mongod mongod, Secrets secrets, Set<String> services) {
        this.home = home;
        this.port = port;
        this.mongod = mongod;
        this.secrets = secrets;
        this.services = Set.copyOf(services);
        this.program =
                mongod instanceof Mongod.Running ? null : new Program("store", command(), passwordForImage(), home);
    }

    /** The store that this machine can give, as {@link Mongod} finds it. */
    public static LocalStore in(Path home, int port, Set<String> services) {
        return new LocalStore(
                home, port, Mongod.find(System.getenv(), line -> System.err.println(line)), Secrets.in(home), services);
    }

    /** Starts the process and returns without waiting for it. */
    public void start() {
        Program ours = program;
        if (ours == null) {
            return;
        }
        try {
            Files.createDirectories(folder());
            Path key = keyFile();
            if (!Files.exists(key)) {
                Secrets.write(key, Secrets.text(512));
                Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--------"));
            }
            if (mongod instanceof Mongod.Image image) {
                if (isRoot()) {
                    Files.setAttribute(key, "unix:uid", USER_OF_IMAGE);
                }
                Mongod.succeeds(List.of(image.docker(), "rm", "--force", container()), Duration.ofSeconds(20));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ours.start();
    }

    /**
     * Whether an earlier start made everything at this address, so that a service may begin before the server answers. One whose
     * user is still to come would be refused instead of kept waiting, and a member that is about to move would lead it astray.
     */
    boolean isSetUp() {
        try {
            return Files.exists(mark()) && Files.readString(mark()).equals(address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path mark() {
        return home.resolve(MARK);
    }

    private String address() {
        return port + " " + String.join(" ", new TreeSet<>(services)) + "\n";
    }

    /** Waits for the server, makes it a replica set where it is none yet, and gives each service its user. */
    public void awaitReady() {
        if (mongod instanceof Mongod.Running running) {
            createUsersIn(running.uri());
            return;
        }
        if (!Waiting.until(PATIENCE, () -> !runs() || Ports.answers(port)) || !runs()) {
            throw Files.exists(mark())
                    ? new CannotStart(
                            ExitCode.CORRUPT_DATA,
                            "the store cannot open " + folder() + " with " + keyFile() + "; its log is " + log()
                                    + ": restore both from a copy, or start anew with --fresh (which deletes the data)")
                    : new CannotStart(ExitCode.FAILED, "the store did not start; its log is " + log());
        }
        try (MongoClient open =
                MongoClients.create(settings("mongodb://127.0.0.1:" + port + "/?directConnection=true"))) {
            if (isSetUp()) {
                awaitPrimary(open.getDatabase("admin"));
            } else {
                setUp(open.getDatabase("admin"));
            }
        }
    }

    private void setUp(MongoDatabase open) {
        try (MongoClient root = MongoClients.create(settings(rootAddress("&directConnection=true")))) {
            becomePrimary(open, root.getDatabase("admin"));
            services.forEach(service -> createUser(root, service));
            Files.writeString(mark(), address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void becomePrimary(MongoDatabase open, MongoDatabase root) {
        boolean hasRoot = Boolean.TRUE.equals(answer(() -> authenticates(root)));
        MongoDatabase way = hasRoot ? root : open;
        answer(() -> {
            joinItself(way);
            return true;
        });
        awaitPrimary(open);
        if (!hasRoot) {
            // The one thing that a server without users lets a caller from this machine do.
            open.runCommand(new Document("createUser", ROOT)
                    .append("pwd", secrets.password("mongo.root"))
                    .append("roles", List.of("root")));
        }
    }

    private void awaitPrimary(MongoDatabase open) {
        if (!Waiting.until(PATIENCE, () -> isPrimary(open))) {
            throw new CannotStart(ExitCode.FAILED, "the store did not become primary; its log is " + log());
        }
    }

    /** The port may be another one than last time: then the member's address is written anew. */
    private void joinItself(MongoDatabase admin) {
        String self = "127.0.0.1:" + port;
        Document member = new Document("_id", 0).append("host", self);
        Document config = new Document("_id", REPLICA_SET).append("version", 1).append("members", List.of(member));
        try {
            Document now = admin.runCommand(new Document("replSetGetConfig", 1)).get("config", Document.class);
            List<Document> members = now.getList("members", Document.class);
            if (!self.equals(members.getFirst().getString("host"))) {
                now.put("members", List.of(members.getFirst().append("host", self)));
                now.put("version", now.getInteger("version") + 1);
                admin.runCommand(new Document("replSetReconfig", now).append("force", true));
            }
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != NOT_YET_INITIALIZED && !"Unauthorized".equals(e.getErrorCodeName())) {
                throw e;
            }
            admin.runCommand(new Document("replSetInitiate", config));
        }
    }

    private static boolean isPrimary(MongoDatabase admin) {
        try {
            return admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary", false);
        } catch (MongoException ignored) {
            return false;
        }
    }

    private static boolean authenticates(MongoDatabase root) {
        try {
            root.runCommand(new Document("ping", 1));
            return true;
        } catch (MongoSecurityException e) {
            if (e.getCause() instanceof MongoCommandException refused
                    && refused.getErrorCode() == AUTHENTICATION_FAILED) {
                return false;
            }
            throw e;
        }
    }

    private interface Question<T> {
        T ask();
    }

    /** Asks until the server, which has just been started, has an answer. */
    private <T> @Nullable T answer(Question<T> question) {
        List<T> answers = new ArrayList<>();
        List<MongoException> refusals = new ArrayList<>();
        Waiting.until(PATIENCE, () -> {
            try {
                answers.add(question.ask());
                return true;
            } catch (MongoException e) {
                refusals.add(e);
                return !runs();
            }
        });
        if (answers.isEmpty()) {
            throw new CannotStart(ExitCode.FAILED, "the store did not answer; its log is " + log(), refusals.getLast());
        }
        return answers.getFirst();
    }

    private void createUsersIn(String uri) {
        try (MongoClient admin = MongoClients.create(settings(uri))) {
            services.forEach(service -> createUser(admin, service));
        } catch (MongoException | IllegalArgumentException e) {
            throw new CannotStart(
                    ExitCode.NO_MONGOD,
                    "MONGODB_URI names a server that does not let us create a user per service: " + firstLine(e),
                    e);
        }
    }

    private void createUser(MongoClient client, String service) {
        MongoDatabase database = client.getDatabase(service);
        Document user = new Document("pwd", secrets.password("mongo." + service))
                .append(
                        "roles",
                        List.of(
                                new Document("role", "readWrite").append("db", service),
                                new Document("role", "dbAdmin").append("db", service)));
        try {
            Document create = new Document("createUser", service);
            create.putAll(user);
            database.runCommand(create);
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != USER_EXISTS) {
                throw e;
            }
            Document update = new Document("updateUser", service);
            update.putAll(user);
            database.runCommand(update);
        }
    }

    /** The address that gives a service its own database and nothing else. */
    public String uri(String service) {
        String password = secrets.password("mongo." + service);
        if (mongod instanceof Mongod.Running running) {
            return inDatabase(running.uri(), service, password);
        }
        return "mongodb://%s:%s@127.0.0.1:%d/%s?authSource=%s&replicaSet=%s&%s"
                .formatted(service, password, port, service, service, REPLICA_SET, DURABLE);
    }

    /** The address that may everything, in a database of one's choice; for tests. */
    public String rootUri(String database) {
        if (mongod instanceof Mongod.Running running) {
            ConnectionString given = new ConnectionString(running.uri());
            return given.getDatabase() == null && !running.uri().contains("?")
                    ? running.uri().replaceFirst("/?$", "/" + database)
                    : running.uri().replaceFirst("(?<=[^/])/[^/?]*(\\?|$)", "/" + database + "$1");
        }
        return rootAddress("&replicaSet=" + REPLICA_SET).replace("/?", "/" + database + "?");
    }

    private String rootAddress(String more) {
        return "mongodb://%s:%s@127.0.0.1:%d/?authSource=admin&%s%s"
                .formatted(ROOT, secrets.password("mongo.root"), port, DURABLE, more);
    }

    /** The same server under another user: hosts and options stay, who and where change. */
    static String inDatabase(String uri, String service, String password) {
        ConnectionString given = new ConnectionString(uri);
        String scheme = uri.startsWith("mongodb+srv://") ? "mongodb+srv://" : "mongodb://";
        int question = uri.indexOf('?');
        List<String> options = new ArrayList<>();
        if (question >= 0) {
            for (String option : uri.substring(question + 1).split("&")) {
                if (!option.matches("(?i)(authSource|authMechanism|w|journal)=.*")) {
                    options.add(option);
                }
            }
        }
        options.add("authSource=" + service);
        options.add(DURABLE);
        return scheme + service + ":" + password + "@" + String.join(",", given.getHosts()) + "/" + service + "?"
                + String.join("&", options);
    }

    private static MongoClientSettings settings(String uri) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .build();
    }

    private List<String> command() {
        List<String> options = List.of(
                "--port",
                String.valueOf(port),
                "--replSet",
                REPLICA_SET,
                "--wiredTigerCacheSizeGB",
                "0.25",
                "--oplogSize",
                "128",
                "--quiet",
                "--nounixsocket",
                "--setParameter",
                "diagnosticDataCollectionEnabled=false",
                // A set of one has nobody to hand over to.
                "--setParameter",
                "shutdownTimeoutMillisForSignaledShutdown=100");
        List<String> command = new ArrayList<>();
        switch (mongod) {
            case Mongod.Binary binary -> {
                command.addAll(List.of(binary.path().toString(), "--dbpath", folder().toString()));
                command.addAll(List.of("--keyFile", keyFile().toString(), "--bind_ip", "127.0.0.1"));
            }
            case Mongod.Image image -> {
                String published = "127.0.0.1:" + port + ":" + port;
                command.addAll(List.of(image.docker(), "run", "--rm", "--name", container(), "--publish", published));
                if (!isRoot()) {
                    command.addAll(List.of("--user", owner()));
                }
                command.addAll(List.of("--volume", folder() + ":/data/db"));
                command.addAll(List.of("--volume", keyFile() + ":/run/hoingo.key:ro"));
                command.addAll(List.of("--env", "MONGO_INITDB_ROOT_USERNAME=" + ROOT));
                command.addAll(List.of("--env", "MONGO_INITDB_ROOT_PASSWORD", image.name()));
                command.addAll(List.of("--keyFile", "/run/hoingo.key", "--bind_ip_all"));
            }
            case Mongod.Running ignored -> throw new IllegalStateException("a server that runs already is not started");
        }
        command.addAll(options);
        return command;
    }

    /** Read by the image's own start, which makes the root user; no process list shows it. */
    private Map<String, String> passwordForImage() {
        return mongod instanceof Mongod.Image
                ? Map.of("MONGO_INITDB_ROOT_PASSWORD", secrets.password("mongo.root"))
                : Map.of();
    }

    /** The image gives up root's rights by itself, and asks a caller without them to bring its own number. */
    private boolean isRoot() {
        return owner().startsWith("0:");
    }

    private String owner() {
        try {
            return Files.getAttribute(home, "unix:uid") + ":" + Files.getAttribute(home, "unix:gid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String container() {
        return "hoingo-store-" + port;
    }

    private Path folder() {
        return home.resolve("store").toAbsolutePath();
    }

    private Path keyFile() {
        return home.resolve("store.key").toAbsolutePath();
    }

    private Path log() {
        Program ours = program;
        return ours == null ? home : ours.log();
    }

    private boolean runs() {
        Program ours = program;
        return ours == null || ours.runs();
    }

    @Nullable
    Program program() {
        return program;
    }

    /** Ends the process as a power cut would end it; {@link #start} brings it back. */
    public void kill() {
        Program ours = program;
        if (ours == null) {
            return;
        }
        if (mongod instanceof Mongod.Image image) {
            Mongod.succeeds(List.of(image.docker(), "kill", container()), STOP_PATIENCE);
        }
        ours.kill();
    }

    @Override
    public void close() {
        Program ours = program;
        if (ours != null) {
            ours.stop(STOP_PATIENCE);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
