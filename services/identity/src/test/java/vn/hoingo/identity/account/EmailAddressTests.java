package vn.hoingo.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @Test
    void anAddressIsKeptInLowerCase() {
        assertThat(EmailAddress.of("Kim.Jiwoo+HEF@Busan.go.KR"))
                .contains(new EmailAddress("kim.jiwoo+hef@busan.go.kr"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@b",
                "@b.vn",
                "a@b.vn\r\nBcc: x@y.z",
                "a@b.vn\n",
                "a\u0000@b.vn",
                "a b@c.vn",
                "a@b@c.vn",
                "<a@b.vn>",
                "a@b..vn",
                "\"a\"@b.vn",
                "a,b@c.vn",
                "a@-b.vn",
                "a@b.vn\u2028",
                "a@b.vn\u007f"
            })
    void whatCouldBreakAHeaderIsNoAddress(String text) {
        assertThat(EmailAddress.of(text)).isEmpty();
    }

    @Test
    void anEndlessAddressIsNone() {
        assertThat(EmailAddress.of("a".repeat(10_000) + "@b.vn")).isEmpty();
    }

    @Test
    void anAddressDoesNotGetIntoALog() {
        assertThat(new EmailAddress("a@b.vn").toString()).doesNotContain("a@b.vn");
    }
}
