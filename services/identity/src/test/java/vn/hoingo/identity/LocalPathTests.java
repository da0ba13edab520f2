package vn.hoingo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/desk", "/registration/1?step=2#members", "/oauth2/authorize?redirect_uri=http://a/b"})
    void aPlaceOfOursIsReturnedTo(String text) {
        assertThat(LocalPath.of(text)).contains(new LocalPath(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "desk",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "https://evil.example",
                "/a b",
                "/a\r\nLocation: //evil",
                "/a\tb",
                "javascript:alert(1)",
                "/é"
            })
    void aPlaceOfSomebodyElseIsNot(String text) {
        assertThat(LocalPath.of(text)).isEmpty();
    }
}
