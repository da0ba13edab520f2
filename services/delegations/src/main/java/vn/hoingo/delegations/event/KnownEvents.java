package vn.hoingo.delegations.event;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import vn.hoingo.messaging.Absent;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;

/**
 * The events that we know of. What we do not know yet is not a refusal: before anybody is refused because of it, its owner is
 * asked.
 */
@Component
public class KnownEvents {

    private final LocalCopies copies;
    private final EventsClient owner;

    KnownEvents(LocalCopies copies, EventsClient owner) {
        this.copies = copies;
        this.owner = owner;
    }

    public Optional<KnownEvent> find(EventId id) {
        return copy().find(id.value());
    }

    public Map<UUID, KnownEvent> find(Collection<UUID> ids) {
        Map<UUID, KnownEvent> found = new HashMap<>();
        if (!ids.isEmpty()) {
            copy().find(Query.query(Criteria.where("_id").in(ids))).forEach(event -> found.put(event.id(), event));
        }
        return found;
    }

    /** The event as it satisfies the question, if it does so here or at its owner; otherwise as its owner knows it. */
    public KnownEvent asked(EventId id, Predicate<KnownEvent> question) {
        @Nullable KnownEvent copy = find(id).orElse(null);
        return copy != null && question.test(copy) ? copy : atOwner(id);
    }

    /** For reactions that act on many things because of an event: they wait until the copy has heard what they heard. */
    public void awaitHeard(EventId id, Predicate<KnownEvent> heard) {
        if (find(id).filter(heard).isEmpty()) {
            throw new NotHeardYet();
        }
    }

    private LocalCopy<KnownEvent> copy() {
        return copies.of(KnownEvent.class);
    }

    private KnownEvent atOwner(EventId id) {
        try {
            return owner.see(id.value()).known();
        } catch (HttpClientErrorException.NotFound unknown) {
            throw new Absent("Event", id.value());
        }
    }

    /** The copy lags behind; whoever waits tries again at once. */
    static final class NotHeardYet extends TransientDataAccessException {
        NotHeardYet() {
            super("the copy of this event has not heard it yet");
        }
    }
}
