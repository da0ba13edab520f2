package vn.hoingo.operations.naming;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;

/**
 * Looks up names for sentences. A name that is remembered may be some seconds old; one that cannot be looked up is none, so that the
 * stream goes on while the store is away.
 */
@Component
public class Names {

    private static final Logger LOG = LoggerFactory.getLogger(Names.class);
    private static final int MOST = 20_000;
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration SHORTLY = Duration.ofMillis(200);
    private static final Duration AWAY = Duration.ofSeconds(3);

    private final LocalCopy<KnownName> known;
    private final Clock clock;
    private final Map<UUID, Remembered> remembered = new ConcurrentHashMap<>();
    private volatile Instant askAgain = Instant.MIN;

    Names(LocalCopies copies, Clock clock) {
        this.known = copies.of(KnownName.class);
        this.clock = clock;
    }

    public Optional<Name> of(UUID id) {
        return find(id).flatMap(this::resolve);
    }

    private Optional<Name> resolve(KnownName name) {
        if (name.vi() != null && name.en() != null) {
            return Optional.of(new Name(name.vi(), name.en()));
        }
        String label = name.label() == null ? "" : " (" + name.label() + ")";
        return name.partner() == null
                ? Optional.empty()
                : of(name.partner()).map(partner -> new Name(partner.vi() + label, partner.en() + label));
    }

    private Optional<KnownName> find(UUID id) {
        Instant now = clock.instant();
        Remembered before = remembered.get(id);
        if (before != null && now.isBefore(before.until())) {
            return before.name();
        }
        if (now.isBefore(askAgain)) {
            return before == null ? Optional.empty() : before.name();
        }
        try {
            Optional<KnownName> found = known.find(id);
            if (remembered.size() >= MOST) {
                remembered.clear();
            }
            remembered.put(id, new Remembered(found, now.plus(found.isPresent() ? FRESH : SHORTLY)));
            return found;
        } catch (RuntimeException away) {
            askAgain = now.plus(AWAY);
            LOG.warn("names cannot be looked up: {}", away.toString());
            return before == null ? Optional.empty() : before.name();
        }
    }

    private record Remembered(Optional<KnownName> name, Instant until) {}
}
