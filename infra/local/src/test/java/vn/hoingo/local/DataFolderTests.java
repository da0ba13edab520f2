package vn.hoingo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir
    private Path temporary;

    private Path home;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void aFolderThatIsNotThereYet() {
        home = temporary.resolve("new").resolve("data");
    }

    @Test
    void aNewFolderIsMadeAndFoundAgain() {
        open(false).close();
        open(false).close();

        assertThat(home).isDirectory();
    }

    @Test
    void oneInstanceUsesItAtATime() {
        try (DataFolder first = open(false)) {
            assertThat(first.path()).isEqualTo(home);
            refused(ExitCode.DATA_IN_USE, () -> open(false), "another instance");
        }
    }

    @Test
    void aFolderOfSomebodyElseIsNeitherUsedNorEmptied() throws Exception {
        Files.createDirectories(home);
        Files.writeString(home.resolve("thesis.txt"), "precious");

        refused(ExitCode.CORRUPT_DATA, () -> open(false), "not a data folder");
        refused(ExitCode.CORRUPT_DATA, () -> open(true), "not a data folder");
        assertThat(home.resolve("thesis.txt")).hasContent("precious");
    }

    @Test
    void aPathThatIsAFileIsRefused() throws Exception {
        Files.createDirectories(home.getParent());
        Files.writeString(home, "");

        refused(ExitCode.CORRUPT_DATA, () -> open(false), "is a file");
    }

    @Test
    void afreshStartDeletesWhatWasThere() throws Exception {
        open(false).close();
        Files.createDirectories(home.resolve("store"));
        Files.writeString(home.resolve("store").resolve("journal"), "old");

        open(true).close();

        assertThat(home.resolve("store")).doesNotExist();
    }

    @Test
    void aProcessThatAKilledStartLeftBehindIsStopped() throws Exception {
        open(false).close();
        Process orphan = new ProcessBuilder("tail", "-f", "/dev/null").start();
        LeftOvers.remember(home, "events", orphan.toHandle());

        open(false).close();

        assertThat(orphan.isAlive()).isFalse();
        assertThat(said).containsExactly("stopped what an earlier start left behind: events");
    }

    @Test
    void aProcessThatOnlyHasTheSameNumberIsLeftAlone() throws Exception {
        open(false).close();
        Process stranger = new ProcessBuilder("tail", "-f", "/dev/null").start();
        try {
            Files.createDirectories(home.resolve("run"));
            Files.writeString(home.resolve("run").resolve("events.pid"), stranger.pid() + " 1\n");

            open(false).close();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Nested
    class WhatIsBrokenIsNamed {

        @BeforeEach
        void anEarlierStart() throws Exception {
            open(false).close();
            Secrets.in(home).password("mongo.root");
            Files.createDirectories(home.resolve("store"));
            Files.writeString(home.resolve("store").resolve("WiredTiger.turtle"), "");
            Files.writeString(home.resolve("store.key"), "");
            Files.writeString(home.resolve("store.users"), "8017 events\n");
            Files.createDirectories(home.resolve("broker"));
            Files.writeString(home.resolve("broker").resolve("meta.properties"), "cluster.id=x\nnode.id=1\n");
        }

        @Test
        void aWholeFolderIsAccepted() {
            open(false).close();
        }

        @Test
        void secretsThatAreMissing() throws Exception {
            Files.delete(home.resolve("secrets.json"));
            refused(ExitCode.CORRUPT_DATA, () -> open(false), "secrets.json is missing");
        }

        @Test
        void secretsThatAreBroken() throws Exception {
            Files.writeString(home.resolve("secrets.json"), "{\"a");
            refused(ExitCode.CORRUPT_DATA, () -> open(false), "secrets.json is unreadable");
        }

        @Test
        void aMissingKeyOfTheStore() throws Exception {
            Files.delete(home.resolve("store.key"));
            refused(ExitCode.CORRUPT_DATA, () -> open(false), "store.key is missing");
        }

        @Test
        void aBrokerWithoutItsName() throws Exception {
            Files.writeString(home.resolve("broker").resolve("meta.properties"), "version=1\n");
            refused(ExitCode.CORRUPT_DATA, () -> open(false), "meta.properties is missing or broken");
        }

        @Test
        void aStoreThatIsLostBesideALivingBroker() throws Exception {
            Folders.delete(home.resolve("store"));
            refused(ExitCode.CORRUPT_DATA, () -> open(false), "WiredTiger.turtle is missing");
        }

        @Test
        void aBrokerThatIsLostBesideALivingStore() throws Exception {
            Folders.delete(home.resolve("broker"));
            refused(ExitCode.CORRUPT_DATA, () -> open(false), "meta.properties is missing");
        }

        @Test
        void aMarkerOfAnotherVersion() throws Exception {
            Files.writeString(home.resolve("hoingo.data"), "2\n");
            refused(ExitCode.CORRUPT_DATA, () -> open(false), "another version");
        }

        @Test
        void aMissingMarker() throws Exception {
            Files.delete(home.resolve("hoingo.data"));
            refused(ExitCode.CORRUPT_DATA, () -> open(false), "not a data folder");
        }

        @Test
        void afreshStartHealsEverythingButTheMarker() throws Exception {
            Files.writeString(home.resolve("secrets.json"), "{\"a");
            open(true).close();
        }
    }

    private DataFolder open(boolean fresh) {
        return DataFolder.open(home, fresh, said::add);
    }

    private static void refused(ExitCode code, ThrowingCallable start, String words) {
        assertThatThrownBy(start)
                .isInstanceOfSatisfying(
                        CannotStart.class, refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessageContaining(words)
                .hasMessageNotContaining("\n");
    }
}
