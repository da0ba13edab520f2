package vn.hoingo.portal.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextNameTests {

    @ParameterizedTest
    @CsvSource({
        "Đối thoại Hữu nghị lần 2 năm 2024, Đối thoại Hữu nghị lần 3",
        "Diễn đàn kinh tế lần thứ 9 năm 2024, Diễn đàn kinh tế lần thứ 10",
        "2nd Friendship Dialogue 2024, 3rd Friendship Dialogue",
        "10th Forum 2024, 11th Forum",
        "21st Forum 2024, 22nd Forum",
        "The Second Friendship Dialogue 2024, The Third Friendship Dialogue",
        "Friendship Dialogue 2024, Friendship Dialogue"
    })
    void theNumberIsCountedOnAndTheYearGoes(String before, String next) {
        assertThat(NextName.after(before, "2024")).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "Đối thoại Hữu nghị lần 3, Đối thoại Hữu nghị lần 2 năm 2024, Đối thoại Hữu nghị lần 3 năm 2026",
        "Friendship Dialogue, Friendship Dialogue 2024, Friendship Dialogue 2026",
        "Dialogue of 2026, Friendship Dialogue 2024, Dialogue of 2026"
    })
    void theNewYearStandsWhereTheOldOneStood(String typed, String before, String whole) {
        assertThat(NextName.with(typed, "2026", before, "2024")).isEqualTo(whole);
    }
}
