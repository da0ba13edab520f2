package vn.hoingo.operations.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimesTests {

    private static final Instant FACT = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void aDayIsToldWithoutAClock() {
        assertThat(Times.tell("2026-08-14", FACT, "vi")).isEqualTo("14/08");
        assertThat(Times.tell("2027-08-14", FACT, "vi")).isEqualTo("14/08/2027");
        assertThat(Times.tell("2026-08-14", FACT, "en")).isEqualTo("14 Aug");
        assertThat(Times.tell("2026-99-99", FACT, "en")).isEqualTo("2026-99-99");
    }

    @Test
    void anInstantIsToldByTheCitysClock() {
        assertThat(Times.tell("2026-09-22T06:35:00Z", FACT, "vi")).isEqualTo("13:35 22/09");
        assertThat(Times.tell("2026-12-31T20:00:00Z", FACT, "en")).isEqualTo("1 Jan 2027 03:00");
    }

    @Test
    void aLocalTimeStaysAsItIs() {
        assertThat(Times.tell("2026-05-02T08:00:00", FACT, "en")).isEqualTo("2 May 08:00");
    }

    @Test
    void whatIsNoTimeIsLeftAlone() {
        assertThat(Times.tell("2026-99-99T99:99:00", FACT, "vi")).isEqualTo("2026-99-99T99:99:00");
        assertThat(Times.tell("Hội trường Thống Nhất", FACT, "vi")).isEqualTo("Hội trường Thống Nhất");
    }

    @Test
    void fromAndToOnOneDayNameTheDayOnce() {
        assertThat(Times.shorten("VN 0409, 13:35 22/09 → 15:35 22/09, Lyon"))
                .isEqualTo("VN 0409, 13:35 → 15:35 22/09, Lyon");
        assertThat(Times.shorten("22 Sept 13:35 – 22 Sept 16:00")).isEqualTo("22 Sept 13:35 – 16:00");
        assertThat(Times.shorten("13:35 22/09 → 15:35 23/09")).isEqualTo("13:35 22/09 → 15:35 23/09");
    }
}
