package vn.hoingo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script says what the supervisor would say, before it builds anything. */
class RunScriptTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port",
                "--port abc",
                "--port 80",
                "--port 1023",
                "--port 65511",
                "--port 99999999999",
                "--demo --port -1",
                "--data",
                "--prot 8080",
                "demo"
            })
    void nonsenseIsRefusedBeforeABuildInTheSupervisorsWords(String words) throws Exception {
        List<String> arguments = Arrays.asList(words.split(" "));
        CannotStart refusal = catchThrowableOfType(CannotStart.class, () -> Options.of(arguments));
        List<String> command = new ArrayList<>(List.of(run().toString()));
        command.addAll(arguments);

        Process script = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(script.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said.strip()).isEqualTo("hoingo: " + refusal.getMessage());
        assertThat(script.exitValue()).isEqualTo(ExitCode.USAGE.number());
    }

    private static Path run() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docker-compose.yml"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder.resolve("run");
    }
}
