package vn.hoingo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CsvTests {

    @Test
    void fieldsMayHoldCommasQuotesAndLineEnds() {
        assertThat(Csv.rows("a,b\r\n\"x, \"\"y\"\"\",\"1\n2\"\n").getFirst()).satisfies(row -> {
            assertThat(row.get("a")).isEqualTo("x, \"y\"");
            assertThat(row.get("b")).isEqualTo("1\n2");
        });
    }

    @Test
    void theLastLineNeedsNoEndAndAFieldMayBeEmpty() {
        assertThat(Csv.rows("a,b\n1,")).singleElement().satisfies(row -> {
            assertThat(row.has("a")).isTrue();
            assertThat(row.has("b")).isFalse();
        });
    }

    @Test
    void aHeadAloneHasNoRows() {
        assertThat(Csv.rows("a,b\n")).isEmpty();
        assertThat(Csv.rows("")).isEmpty();
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> Csv.rows("a,b\n1,2,3\n")).hasMessageContaining("3 fields");
    }

    @Test
    void aQuoteWithoutAnEndIsRefused() {
        assertThatThrownBy(() -> Csv.rows("a\n\"x\n")).hasMessageContaining("no end");
    }

    @Test
    void anUnknownColumnIsRefused() {
        assertThatThrownBy(() -> Csv.rows("a\n1\n").getFirst().get("b")).hasMessageContaining("no column b");
    }
}
