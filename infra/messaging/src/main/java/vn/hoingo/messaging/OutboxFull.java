package vn.hoingo.messaging;

import org.springframework.dao.TransientDataAccessResourceException;

/** An aggregate has announced so much that has not yet travelled that it takes no more for the moment. */
public final class OutboxFull extends TransientDataAccessResourceException {

    OutboxFull(Aggregate<?> aggregate) {
        super(aggregate.outbox().size() + " facts of " + aggregate.id() + " wait to travel");
    }
}
