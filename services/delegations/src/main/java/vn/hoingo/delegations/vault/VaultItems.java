package vn.hoingo.delegations.vault;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The secrets, sealed. */
interface VaultItems extends Repository<VaultItem, UUID> {

    Optional<VaultItem> findById(UUID id);

    List<VaultItem> findByOwnerIn(Collection<UUID> owners);

    VaultItem save(VaultItem item);

    void deleteByOwner(UUID owner);
}
