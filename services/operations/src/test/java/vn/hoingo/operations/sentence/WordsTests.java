package vn.hoingo.operations.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void wordsAreFoundWithoutMarksAndCapitals() {
        assertThat(Words.of("Đoàn Đường sắt, Sở Ngoại vụ: 6 → 8"))
                .containsExactly("doan", "duong", "sat", "so", "ngoai", "vu", "6", "8");
    }
}
