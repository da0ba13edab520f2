package vn.hoingo.invitations.guestlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.messaging.Aggregate;

/**
 * Which heads of delegation are to be asked to an event, and to what. Facts about delegations and facts about activities come in
 * any order; each is noted here, and whichever comes second finds the other. A delegation that withdrew stays noted, so that an
 * approval which is heard late brings nothing back.
 */
@Document("guest_lists")
class GuestList extends Aggregate<GuestListId> {

    private List<Delegation> delegations = new ArrayList<>();
    private List<Occasion> occasions = new ArrayList<>();
    private boolean cancelled;

    GuestList(GuestListId id) {
        super(id);
    }

    /** A delegation is approved, or is led by somebody else now. A fact older than the last one heard is ignored. */
    void expect(UUID delegation, UUID partner, UUID head, int rank, long asOf) {
        Delegation before = find(delegation).orElse(null);
        if (before != null && (before.isGoneForGood() || before.asOf() >= asOf)) {
            return;
        }
        delegations.remove(before);
        delegations.add(new Delegation(delegation, partner, head, rank, null, asOf));
    }

    /** A delegation that is expected is led by somebody else; one that was not approved yet is not asked for that. */
    void replaceHead(UUID delegation, UUID partner, UUID head, int rank, long asOf) {
        find(delegation)
                .filter(known -> known.head() != null)
                .ifPresent(known -> expect(delegation, partner, head, rank, asOf));
    }

    /** A delegation does not come, and will not under this name again. */
    void strike(UUID delegation, UUID partner, String reason, long asOf) {
        Delegation before = find(delegation).orElse(null);
        if (before != null && before.gone() != null) {
            return;
        }
        delegations.remove(before);
        delegations.add(new Delegation(delegation, partner, before == null ? null : before.head(), 0, reason, asOf));
    }

    void add(UUID activity) {
        if (occasions.stream().noneMatch(occasion -> occasion.activity().equals(activity))) {
            occasions.add(new Occasion(activity, false));
        }
    }

    void drop(UUID activity) {
        occasions.removeIf(occasion -> occasion.activity().equals(activity));
        occasions.add(new Occasion(activity, true));
    }

    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** To what heads are asked. */
    List<UUID> activities() {
        return cancelled
                ? List.of()
                : occasions.stream()
                        .filter(occasion -> !occasion.dropped())
                        .map(Occasion::activity)
                        .toList();
    }

    List<Delegation> expected() {
        return delegations.stream().filter(Delegation::comes).toList();
    }

    Optional<Delegation> find(UUID delegation) {
        return delegations.stream()
                .filter(known -> known.id().equals(delegation))
                .findFirst();
    }

    /**
     * A delegation to the event.
     *
     * @param head who leads it; null when it left before that was heard
     * @param gone why it does not come; null while it does
     * @param asOf the last of its facts that was heard, by its number
     */
    record Delegation(
            UUID id,
            UUID partner,
            @Nullable UUID head,
            int rank,
            @Nullable String gone,
            long asOf) {

        /** What was only rejected may be submitted and approved again. */
        boolean isGoneForGood() {
            return gone != null && !gone.equals("delegation-rejected");
        }

        boolean comes() {
            return gone == null && head != null;
        }
    }

    /** An activity to which heads are asked while it takes place. */
    record Occasion(UUID activity, boolean dropped) {}
}
