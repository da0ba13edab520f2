package vn.hoingo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTests {

    @Test
    void withoutWordsTheDefaultsHold() {
        assertThat(Options.of(List.of())).isEqualTo(new Options(false, 8080, null, false, false));
    }

    @Test
    void everyOptionIsHeardInAnyOrder() {
        assertThat(Options.of(List.of("--fresh", "--port", "9080", "--data", "/tmp/a/../b", "--demo")))
                .isEqualTo(new Options(true, 9080, Path.of("/tmp/b"), true, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port",
                "--port x",
                "--port 80",
                "--port 65530",
                "--port 99999999999",
                "--data",
                "--prot 8080",
                "demo"
            })
    void nonsenseIsRefusedInOneLineWithTheCodeForUsage(String words) {
        assertThatThrownBy(() -> Options.of(Arrays.asList(words.split(" "))))
                .isInstanceOfSatisfying(CannotStart.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ExitCode.USAGE);
                    assertThat(refusal).hasMessageContaining("./run --help").hasMessageNotContaining("\n");
                });
    }
}
