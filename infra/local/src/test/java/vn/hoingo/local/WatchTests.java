package vn.hoingo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchTests {

    @TempDir
    private Path home;

    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void whatIsKilledIsStartedAgainAndThatIsSaid() {
        Program program = new Program("tail", List.of("tail", "-f", "/dev/null"), Map.of(), home);
        Watch watch = new Watch(program, program::start, said::add);
        watch.begin();
        Process first = Objects.requireNonNull(program.process());

        first.destroyForcibly();

        await().atMost(Duration.ofSeconds(20)).until(() -> program.runs() && !Objects.equals(program.process(), first));
        assertThat(said).singleElement().asString().startsWith("tail ended with 137 and is started again");
        watch.end(Duration.ofSeconds(5));
        assertThat(program.runs()).isFalse();
    }

    @Test
    void whatIsEndedStaysEnded() throws Exception {
        Program program = new Program("tail", List.of("tail", "-f", "/dev/null"), Map.of(), home);
        Watch watch = new Watch(program, program::start, said::add);
        watch.begin();
        Process process = Objects.requireNonNull(program.process());

        watch.end(Duration.ofSeconds(5));
        process.waitFor();

        assertThat(said).isEmpty();
        assertThat(home.resolve("run").resolve("tail.pid")).doesNotExist();
    }

    @Test
    void whoDoesNotHearIsEndedAnyway() {
        Program deaf =
                new Program("deaf", List.of("sh", "-c", "trap '' TERM; echo ready; exec sleep 1000"), Map.of(), home);
        deaf.start();

        deaf.stop(Duration.ofMillis(300));

        assertThat(deaf.runs()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1,0", "2,1", "3,2", "6,16", "7,30", "40,30"})
    void thePauseGrowsWithEveryDeath(int deaths, long seconds) {
        assertThat(Watch.pauseAfter(deaths)).hasSeconds(seconds);
    }
}
