package vn.hoingo.delegations.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTests {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1"})
    void whatASpreadsheetWouldCalculateIsText(String cell) {
        assertThat(SafeCell.of(cell)).matches("(?s)\"?'.*");
    }

    @Test
    void separatorsAndQuotesStayInTheirCell() {
        assertThat(SafeCell.of("Director, \"Ports\"")).isEqualTo("\"Director, \"\"Ports\"\"\"");
    }

    @Test
    void namesInAnyScriptAreLeftAlone() {
        assertThat(SafeCell.of("서지원")).isEqualTo("서지원");
    }
}
