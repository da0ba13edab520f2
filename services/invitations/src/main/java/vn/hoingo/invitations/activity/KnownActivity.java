package vn.hoingo.invitations.activity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An activity as we know it.
 *
 * @param capacityAsOf the fact of the activity, by its number, that told the capacity
 * @param dropped why it does not take place; null while it does
 */
@Document("known_activities")
public record KnownActivity(
        @Id UUID id,
        @Indexed UUID event,
        Text name,
        String kind,
        Window window,
        String place,
        int capacity,
        long capacityAsOf,
        String admission,
        int revision,
        @Nullable String dropped) {

    /** Heads of delegation are asked to what is by invitation and meant for them: the plenary and the dinner. */
    public boolean asksHeads() {
        return asksHeads(kind, admission);
    }

    public static boolean asksHeads(String kind, String admission) {
        return admission.equals("by-invitation") && (kind.equals("plenary") || kind.equals("dinner"));
    }

    public boolean takesPlace() {
        return dropped == null;
    }

    KnownActivity moved(Window to, String where, int newRevision) {
        return newRevision <= revision
                ? this
                : new KnownActivity(
                        id, event, name, kind, to, where, capacity, capacityAsOf, admission, newRevision, dropped);
    }

    KnownActivity holding(int newCapacity, long asOf) {
        return new KnownActivity(id, event, name, kind, window, place, newCapacity, asOf, admission, revision, dropped);
    }

    KnownActivity droppedFor(String reason) {
        return new KnownActivity(
                id, event, name, kind, window, place, capacity, capacityAsOf, admission, revision, reason);
    }
}
