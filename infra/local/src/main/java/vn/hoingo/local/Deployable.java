package vn.hoingo.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** What we start as a process of its own, in the order in which it is started. */
enum Deployable {
    IDENTITY(6, 128),
    EVENTS(1, 128),
    DELEGATIONS(2, 144),
    INVITATIONS(3, 144),
    LOGISTICS(4, 144),
    OPERATIONS(5, 256),
    PORTAL(7, 128),
    GATEWAY(0, 128);

    private final int offset;
    private final int heap;

    Deployable(int offset, int heap) {
        this.offset = offset;
        this.heap = heap;
    }

    /** Its folder, its database, its user and its client id. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    int offset() {
        return offset;
    }

    /** Megabytes. */
    int heap() {
        return heap;
    }

    boolean hasDatabase() {
        return this != PORTAL;
    }

    /** Services in the order of their ports; the gateway is none. */
    static Stream<Deployable> services() {
        return Arrays.stream(values()).filter(deployable -> deployable != GATEWAY);
    }

    private Path target(Path project) {
        return (this == GATEWAY ? project : project.resolve("services"))
                .resolve(id())
                .resolve("target");
    }

    /** What the build made. */
    Path jar(Path project) {
        return target(project).resolve(id() + "-1.0.0-SNAPSHOT-app.jar");
    }

    /** Where it lies unpacked, which starts quicker. */
    Path unpacked(Path project) {
        return target(project).resolve("app");
    }

    Path unpackedJar(Path project) {
        return unpacked(project).resolve(jar(project).getFileName());
    }

    String readinessPath() {
        return this == GATEWAY ? "/health" : "/actuator/health/readiness";
    }
}
