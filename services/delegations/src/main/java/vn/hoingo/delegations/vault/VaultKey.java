package vn.hoingo.delegations.vault;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** The key of one owner's secrets, itself encrypted with the master key. Without it what it locked is noise. */
@Document("vault_keys")
record VaultKey(
        @Id UUID owner, byte[] wrapped, @Version @Nullable Long version) {}
