package vn.hoingo.delegations.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hoingo.doors.Invalid;

class VaultTests {

    private static final UUID SOMEBODY = UUID.fromString("0192f000-0000-7000-8000-000000000001");
    private static final UUID SOMEBODY_ELSE = UUID.fromString("0192f000-0000-7000-8000-000000000002");
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-09-01T12:00:00Z"), ZoneOffset.UTC);

    private final VaultInMemory kept = new VaultInMemory();
    private final Vault vault = kept.vault(NOON);

    @Test
    void whatIsKeptCanBeOpened() {
        vault.keep(SOMEBODY, VaultField.PASSPORT_NUMBER, "M12345678");
        vault.keep(SOMEBODY, VaultField.DIET, "Không ăn tôm");

        assertThat(vault.open(SOMEBODY))
                .isEqualTo(Map.of(VaultField.PASSPORT_NUMBER, "M12345678", VaultField.DIET, "Không ăn tôm"));
        assertThat(vault.onFile(Set.of(SOMEBODY)).get(SOMEBODY))
                .containsExactlyInAnyOrder(VaultField.PASSPORT_NUMBER, VaultField.DIET);
    }

    @Test
    void nothingIsStoredInClear() {
        vault.keep(SOMEBODY, VaultField.PASSPORT_NUMBER, "M12345678");

        assertThat(kept.items()).hasSize(1).allSatisfy(item -> {
            assertThat(new String(item.sealed(), StandardCharsets.ISO_8859_1)).doesNotContain("M12345678");
            assertThat(item.mark()).doesNotContain("M12345678");
        });
    }

    @Test
    void theSamePassportHasTheSameMarkHoweverItIsWritten() {
        vault.keep(SOMEBODY, VaultField.PASSPORT_NUMBER, "M12345678");
        vault.keep(SOMEBODY_ELSE, VaultField.PASSPORT_NUMBER, "m 1234 5678");

        var marks = vault.marks(Set.of(SOMEBODY, SOMEBODY_ELSE));
        assertThat(marks.get(SOMEBODY)).isEqualTo(marks.get(SOMEBODY_ELSE));
    }

    @Test
    void aSecretOpensForItsOwnerOnly() {
        byte[] sealed = vault.seal(SOMEBODY, "document", new byte[] {1, 2, 3});
        vault.seal(SOMEBODY_ELSE, "document", new byte[] {4});

        assertThat(vault.unseal(SOMEBODY, "document", sealed)).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> vault.unseal(SOMEBODY_ELSE, "document", sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.unseal(SOMEBODY, "diet", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void erasingIsDeletingTheKey() {
        byte[] copyInABackup = vault.seal(SOMEBODY, "document", new byte[] {1});
        vault.keep(SOMEBODY, VaultField.DIET, "Vegan");

        vault.erase(SOMEBODY);

        assertThat(vault.open(SOMEBODY)).isEmpty();
        assertThatThrownBy(() -> vault.unseal(SOMEBODY, "document", copyInABackup))
                .isInstanceOf(Vault.Shredded.class);
    }

    @Test
    void aShortMasterKeyStopsTheStart() {
        String short16 = Base64.getEncoder().encodeToString(new byte[16]);

        assertThatThrownBy(() -> new MasterKey(short16)).hasMessageContaining("16 bytes");
    }

    @Test
    void whoeverDoesNotSayWhySeesNothing() {
        assertThatThrownBy(() -> kept.log(NOON).note(" ", "vault", SOMEBODY)).isInstanceOf(Invalid.class);
        assertThat(kept.views()).isEmpty();
    }

    @Test
    void aLookIsWrittenDownWithItsReason() {
        kept.log(NOON).note("visa letter", "vault", SOMEBODY);

        assertThat(kept.views()).singleElement().satisfies(view -> {
            assertThat(view.why()).isEqualTo("visa letter");
            assertThat(view.whose()).isEqualTo(SOMEBODY);
            assertThat(view.at()).isEqualTo(NOON.instant());
        });
    }
}
