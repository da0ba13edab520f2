package vn.hoingo.delegations.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentKindTests {

    @ParameterizedTest
    @CsvSource({"255044462d312e370a, PDF", "89504e470d0a1a0a00, PNG", "ffd8ffe000104a464946, JPEG"})
    void aFileIsWhatItsFirstBytesSay(String hex, ContentKind kind) {
        assertThat(ContentKind.of(HexFormat.of().parseHex(hex))).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"MZ program", "<html>", "PK zip", "%PDF"})
    void nothingElseIsTaken(String text) {
        assertThat(ContentKind.of(text.getBytes(StandardCharsets.US_ASCII))).isEmpty();
    }

    @Test
    void nothingIsNoFile() {
        assertThat(ContentKind.of(new byte[0])).isEmpty();
    }
}
