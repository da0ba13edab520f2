package vn.hoingo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTests {

    @TempDir
    private Path home;

    @Test
    void aSecretIsMadeOnceAndKept() {
        String password = Secrets.in(home).password("mongo.events");

        assertThat(Secrets.in(home).password("mongo.events")).isEqualTo(password);
        assertThat(Secrets.in(home).password("mongo.logistics")).isNotEqualTo(password);
    }

    @Test
    void aKeyHasThirtyTwoBytes() {
        assertThat(Base64.getDecoder().decode(Secrets.in(home).key("vault-key")))
                .hasSize(32);
    }

    @Test
    void aPasswordFitsIntoAnAddress() {
        assertThat(Secrets.in(home).password("mongo.root")).matches("[A-Za-z0-9]{32}");
    }

    @Test
    void onlyItsOwnerCanReadTheFile() throws Exception {
        Secrets.in(home).password("mongo.root");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets.json"))))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "null", "{\"a\": null}", "{\"a\": [1]}"})
    void whatCannotBeReadIsACorruptDataFolder(String text) throws Exception {
        Files.writeString(home.resolve("secrets.json"), text);

        assertThatThrownBy(() -> Secrets.in(home))
                .isInstanceOfSatisfying(
                        CannotStart.class, refusal -> assertThat(refusal.code()).isEqualTo(ExitCode.CORRUPT_DATA));
    }
}
