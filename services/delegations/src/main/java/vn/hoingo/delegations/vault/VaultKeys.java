package vn.hoingo.delegations.vault;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The keys; one that is new is inserted and never overwrites another. */
interface VaultKeys extends Repository<VaultKey, UUID> {

    Optional<VaultKey> findById(UUID owner);

    VaultKey save(VaultKey key);

    void deleteById(UUID owner);
}
