package vn.hoingo.delegations.vault;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One secret of one owner.
 *
 * @param mark tells whether two secrets are the same without opening either; null where nobody compares
 */
@Document("vault_items")
record VaultItem(
        @Id UUID id,
        @Indexed UUID owner,
        String field,
        byte[] sealed,
        @Nullable String mark,
        Instant storedAt) {}
