package vn.hoingo.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import vn.hoingo.messaging.lab.ticket.TicketId;

class IdsTests {

    @RepeatedTest(20)
    void aFreshIdIsAUuidOfVersionSevenThatBeginsWithTheTime() {
        long before = System.currentTimeMillis();
        UUID id = Ids.fresh();
        long after = System.currentTimeMillis();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, after);
    }

    @Test
    void freshIdsAreAllDifferent() {
        assertThat(Stream.generate(Ids::fresh).limit(10_000).distinct()).hasSize(10_000);
    }

    @Test
    void aDerivedIdIsAUuidOfVersionEight() {
        for (int i = 0; i < 100; i++) {
            assertThat(Ids.from("seat", i).version()).isEqualTo(8);
            assertThat(Ids.from("seat", i).variant()).isEqualTo(2);
        }
    }

    @Test
    void aDerivedIdIsTheSameForTheSameSourcesEverywhereAndForEver() {
        UUID source = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

        assertThat(Ids.from("receipt", source)).isEqualTo(Ids.from("receipt", new TicketId(source)));
        assertThat(Ids.from("receipt", source)).hasToString("2c00fbef-28db-82bf-9eef-b83ee97b3a1a");
    }

    @Test
    void anotherKindOrderOrBoundaryIsAnotherId() {
        assertThat(List.of(
                        Ids.from("a", "b", "c"),
                        Ids.from("a", "c", "b"),
                        Ids.from("ab", "c"),
                        Ids.from("a", "bc"),
                        Ids.from("b", "b", "c")))
                .doesNotHaveDuplicates();
    }
}
