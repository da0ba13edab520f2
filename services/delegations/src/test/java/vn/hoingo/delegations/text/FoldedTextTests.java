package vn.hoingo.delegations.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTests {

    @ParameterizedTest
    @CsvSource({
        "Thành phố Hồ Chí Minh, chi ho minh pho thanh",
        "Đà Nẵng, da nang",
        "ĐỐI THOẠI, doi thoai",
        "São Paulo, paulo sao",
        "Łódź, lodz",
        "Saint-Étienne, etienne saint",
        "Ｂｕｓａｎ, busan"
    })
    void accentsCaseAndOrderAreLeftOut(String text, String key) {
        assertThat(FoldedText.key(text)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"서지원", "王小明", "สมชาย", "नमस्ते", "Юрий"})
    void otherScriptsStayReadable(String text) {
        assertThat(FoldedText.key(text)).isNotEmpty();
    }

    @Test
    void theVowelsOfOtherScriptsAreNoAccents() {
        assertThat(FoldedText.key("किरण")).isNotEqualTo(FoldedText.key("करण"));
    }
}
