package vn.hoingo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTests {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/desk?a=1", "/registration/1?step=2#members"})
    void aPlaceOfOursIsReturnedTo(String text) {
        assertThat(LocalPath.orHome(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "desk", "//evil.example", "/\\evil.example", "https://evil.example", "/a b", "/a\r\nX: y"})
    void anyOtherPlaceBecomesTheFrontPage(String text) {
        assertThat(LocalPath.orHome(text)).isEqualTo("/");
    }

    @Test
    void noPlaceBecomesTheFrontPage() {
        assertThat(LocalPath.orHome(null)).isEqualTo("/");
    }
}
