package vn.hoingo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongodTests {

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void aServerThatRunsAlreadyComesFirst() {
        assertThat(find(Map.of("MONGODB_URI", "mongodb://db.example", "MONGOD", "/nowhere")))
                .isEqualTo(new Mongod.Running("mongodb://db.example"));
    }

    @Test
    void thenAProgramThatIsNamed() throws Exception {
        Path mongod = program("mine", "exit 0");

        assertThat(find(Map.of("MONGOD", mongod.toString(), "PATH", "/bin"))).isEqualTo(new Mongod.Binary(mongod));
    }

    @Test
    void thenAProgramOnThePath() throws Exception {
        Path mongod = program("mongod", "exit 0");

        assertThat(find(Map.of("PATH", folder + ":/bin"))).isEqualTo(new Mongod.Binary(mongod));
    }

    @Test
    void aNamedProgramThatDoesNotRunIsNotPassedOver() throws Exception {
        Path broken = program("mine", "exit 1");

        assertThatThrownBy(() -> find(Map.of("MONGOD", broken.toString())))
                .isInstanceOfSatisfying(
                        CannotStart.class, refusal -> assertThat(refusal.code()).isEqualTo(ExitCode.NO_MONGOD))
                .hasMessageContaining("does not run");
    }

    @Test
    void thenAnImageOfTheEngine() throws Exception {
        Path docker = program("docker", "exit 0");

        assertThat(find(Map.of("PATH", folder.toString(), "XDG_CACHE_HOME", folder.toString())))
                .isEqualTo(new Mongod.Image(docker.toString(), "mongo:8.0"));
    }

    @Test
    void withoutAnyOfThemOneLineNamesTheFourWays() throws Exception {
        program("pip", "exit 1");

        assertThatThrownBy(() -> find(Map.of("PATH", folder.toString(), "XDG_CACHE_HOME", folder.toString())))
                .isInstanceOfSatisfying(
                        CannotStart.class, refusal -> assertThat(refusal.code()).isEqualTo(ExitCode.NO_MONGOD))
                .hasMessageContainingAll("MONGODB_URI", "MONGOD", "pip download", "Docker")
                .hasMessageNotContaining("\n");
        assertThat(folder.resolve("hoingo").resolve("mongod-6.0.5")).isEmptyDirectory();
    }

    @Test
    void aServerThatRunsKeepsItsHostsAndOptionsForEveryService() {
        assertThat(LocalStore.inDatabase(
                        "mongodb://admin:pw@a.example:27017,b.example:27018/?replicaSet=rs&authSource=admin&tls=true",
                        "events",
                        "secret"))
                .isEqualTo("mongodb://events:secret@a.example:27017,b.example:27018/events"
                        + "?replicaSet=rs&tls=true&authSource=events&w=majority&journal=true");
    }

    private Mongod find(Map<String, String> environment) {
        return Mongod.find(environment, said::add);
    }

    private Path program(String name, String text) throws Exception {
        Path program = folder.resolve(name);
        Files.writeString(program, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program;
    }
}
