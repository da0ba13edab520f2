package vn.hoingo.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How names are found. */
class WordsTests {

    @ParameterizedTest
    @ValueSource(strings = {"Đối thoại", "doi thoai", "ĐỐI THOẠI", "Đối\u0000 thoại\u0000", "\u0000Đối thoại"})
    void aNameIsFoundWithoutMarksCaseOrWhatNobodySees(String typed) {
        assertThat(Words.fold(typed)).isEqualTo("doi thoai");
    }
}
