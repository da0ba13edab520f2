package vn.hoingo.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchTests {

    @ParameterizedTest
    @ValueSource(strings = {"reaction", "seats", "gateway", "rebuild", "watchers"})
    void everyFigureIsAskedForByItsName(String figure) {
        Bench.Asked asked = Bench.Asked.of(List.of(figure, "--rounds", "3", "--size", "20"));

        assertThat(asked.figure().get()).isNotNull();
        assertThat(asked.effort()).isEqualTo(new Figure.Effort(3, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "speed", "seats --rounds", "seats --rounds 0", "seats --size many", "seats --loud"})
    void wrongWordsAreRefused(String words) {
        assertThatThrownBy(() -> Bench.Asked.of(List.of(words.split(" "))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRacePrintsOneLineOfJsonWithItsRatioWithinRounds() throws Exception {
        AtomicInteger load = new AtomicInteger();
        Race race = new Race()
                .side("ours", () -> Map.of("ms", 3.0 * load.incrementAndGet()))
                .side("limit", () -> Map.of("ms", 2.0 * load.get()))
                .run(5);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        new Lines(new PrintStream(printed, true, StandardCharsets.UTF_8), Clock.systemUTC())
                .of("anything", "ms")
                .of(race, "ms", Reach.atMost(1.5))
                .print();

        assertThat(printed.toString(StandardCharsets.UTF_8)).hasLineCount(1);
        JsonNode line = JsonMapper.builder().build().readTree(printed.toString(StandardCharsets.UTF_8));
        assertThat(line.path("ratioToLimit").path("median").asDouble()).isEqualTo(1.5);
        assertThat(line.path("ratioToLimit").path("high").asDouble()).isEqualTo(1.5);
        assertThat(line.path("reached").asBoolean()).isTrue();
        assertThat(line.path("rounds").asInt()).isEqualTo(5);
        assertThat(line.path("load").isNumber()).isTrue();
    }

    @Test
    void aRatioToNothingIsNoNumber() throws Exception {
        Race race = new Race()
                .side("ours", () -> Map.of("ms", 1.0))
                .side("limit", () -> Map.of("ms", Double.NaN))
                .run(1);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        new Lines(new PrintStream(printed, true, StandardCharsets.UTF_8), Clock.systemUTC())
                .of("nothing", "ms")
                .of(race, "ms", Reach.atMost(1))
                .print();

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("\"median\":null", "\"reached\":false");
    }
}
