package vn.hoingo.delegations.vault;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Ids;

/**
 * Where passport numbers, birth dates, diets and scans are locked away, each owner under a key of its own, bound to its field.
 * Deleting the key is erasing everything that it locked, in every backup too.
 */
@Component
public class Vault {

    private final VaultKeys keys;
    private final VaultItems items;
    private final MasterKey master;
    private final Clock clock;

    Vault(VaultKeys keys, VaultItems items, MasterKey master, Clock clock) {
        this.keys = keys;
        this.items = items;
        this.master = master;
        this.clock = clock;
    }

    public void keep(UUID owner, VaultField field, String text) {
        byte[] sealed = seal(owner, field.code(), text.getBytes(StandardCharsets.UTF_8));
        items.save(new VaultItem(
                Ids.from("vault", owner, field.code()),
                owner,
                field.code(),
                sealed,
                field == VaultField.DIET ? null : mark(field, text),
                clock.instant()));
    }

    /** What is kept of an owner, opened. Whoever calls this has written into the view log first. */
    public Map<VaultField, String> open(UUID owner) {
        Map<VaultField, String> opened = new EnumMap<>(VaultField.class);
        items.findByOwnerIn(Set.of(owner))
                .forEach(item -> opened.put(
                        field(item), new String(unseal(owner, item.field(), item.sealed()), StandardCharsets.UTF_8)));
        return opened;
    }

    /** Which fields are kept of each owner; nothing is opened. */
    public Map<UUID, Set<VaultField>> onFile(Collection<UUID> owners) {
        Map<UUID, Set<VaultField>> found = new HashMap<>();
        items.findByOwnerIn(owners)
                .forEach(item -> found.computeIfAbsent(item.owner(), first -> EnumSet.noneOf(VaultField.class))
                        .add(field(item)));
        return found;
    }

    /** What tells whether two owners have the same passport or birth date, without opening either. */
    public Map<UUID, Map<VaultField, String>> marks(Collection<UUID> owners) {
        Map<UUID, Map<VaultField, String>> marks = new HashMap<>();
        items.findByOwnerIn(owners).forEach(item -> {
            String mark = item.mark();
            if (mark != null) {
                marks.computeIfAbsent(item.owner(), first -> new EnumMap<>(VaultField.class))
                        .put(field(item), mark);
            }
        });
        return marks;
    }

    /** The mark that a text will have once it is kept. */
    public String mark(VaultField field, String text) {
        return master.mark(field.code() + ":" + text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    public byte[] seal(UUID owner, String purpose, byte[] open) {
        try {
            return key(owner).encrypt(open, bound(owner, purpose));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public byte[] unseal(UUID owner, String purpose, byte[] sealed) {
        Optional<VaultKey> key = keys.findById(owner);
        if (key.isEmpty()) {
            throw new Shredded();
        }
        try {
            return master.unwrap(owner, key.get().wrapped()).decrypt(sealed, bound(owner, purpose));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a secret of " + owner + " cannot be opened", broken);
        }
    }

    /** Erases: the key first, which is enough; what it locked is then only tidied away. */
    public void erase(UUID owner) {
        keys.deleteById(owner);
        items.deleteByOwner(owner);
    }

    private Aead key(UUID owner) {
        VaultKey key = keys.findById(owner).orElseGet(() -> make(owner));
        return master.unwrap(owner, key.wrapped());
    }

    private VaultKey make(UUID owner) {
        try {
            return keys.save(new VaultKey(owner, master.freshKey(owner), null));
        } catch (DuplicateKeyException madeMeanwhile) {
            return keys.findById(owner).orElseThrow(() -> madeMeanwhile);
        }
    }

    private static VaultField field(VaultItem item) {
        return VaultField.valueOf(item.field().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static byte[] bound(UUID owner, String purpose) {
        return (owner + "/" + purpose).getBytes(StandardCharsets.UTF_8);
    }

    /** The key is gone, and with it what it locked. */
    public static final class Shredded extends RuntimeException {
        Shredded() {
            super("shredded", null, false, false);
        }
    }
}
