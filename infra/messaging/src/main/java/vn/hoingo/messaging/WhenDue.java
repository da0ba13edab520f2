package vn.hoingo.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * Time came for an aggregate ({@link Aggregate#dueAt}): an offer lapses, a reminder goes out. Called by one instance at a
 * time, at least once per due date; it must move the due date, or it is called again.
 */
public interface WhenDue<A extends Aggregate<?>> {

    Class<A> aggregate();

    void becameDue(UUID id, Instant now);
}
