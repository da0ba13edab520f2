package vn.hoingo.delegations.vault;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A vault without a store, with the real locks. */
public final class VaultInMemory {

    public static final String KEY = Base64.getEncoder().encodeToString("invented key with 32 bytes in it".getBytes());

    private final Map<UUID, VaultKey> keys = new HashMap<>();
    private final Map<UUID, VaultItem> items = new HashMap<>();
    private final List<View> views = new ArrayList<>();

    public Vault vault(Clock clock) {
        return new Vault(new Keys(), new Items(), new MasterKey(KEY), clock);
    }

    public ViewLog log(Clock clock) {
        return new ViewLog(
                view -> {
                    views.add(view);
                    return view;
                },
                clock);
    }

    public List<View> views() {
        return List.copyOf(views);
    }

    Collection<VaultItem> items() {
        return items.values();
    }

    private final class Keys implements VaultKeys {

        @Override
        public Optional<VaultKey> findById(UUID owner) {
            return Optional.ofNullable(keys.get(owner));
        }

        @Override
        public VaultKey save(VaultKey key) {
            keys.putIfAbsent(key.owner(), key);
            return key;
        }

        @Override
        public void deleteById(UUID owner) {
            keys.remove(owner);
        }
    }

    private final class Items implements VaultItems {

        @Override
        public Optional<VaultItem> findById(UUID id) {
            return Optional.ofNullable(items.get(id));
        }

        @Override
        public List<VaultItem> findByOwnerIn(Collection<UUID> owners) {
            return items.values().stream()
                    .filter(item -> owners.contains(item.owner()))
                    .toList();
        }

        @Override
        public VaultItem save(VaultItem item) {
            items.put(item.id(), item);
            return item;
        }

        @Override
        public void deleteByOwner(UUID owner) {
            items.values().removeIf(item -> item.owner().equals(owner));
        }
    }
}
