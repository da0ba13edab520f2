package vn.hoingo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTests {

    @Test
    void freshIdsAreUuidsOfVersionSevenAndSortByTime() {
        Random random = new Random(1);
        UUID first = Ids.fresh(Instant.parse("2026-09-23T08:00:00Z"), random);
        UUID second = Ids.fresh(Instant.parse("2026-09-23T08:00:01Z"), random);

        assertThat(first.version()).isEqualTo(7);
        assertThat(first.variant()).isEqualTo(2);
        assertThat(first.toString()).isLessThan(second.toString());
    }

    @Test
    void anIdThatFollowsFromSomethingIsAlwaysTheSame() {
        assertThat(Ids.from("invitation", "a", "b")).isEqualTo(Ids.from("invitation", "a", "b"));
        assertThat(Ids.from("invitation", "a", "b")).isNotEqualTo(Ids.from("invitation", "b", "a"));
        assertThat(Ids.from("invitation", "a").version()).isEqualTo(8);
    }
}
