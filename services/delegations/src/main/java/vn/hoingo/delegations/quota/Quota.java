package vn.hoingo.delegations.quota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.delegations.quota.QuotaRefusal.Reason;
import vn.hoingo.messaging.Aggregate;

/**
 * How many may come from one partner to one event, over all of its delegations there; the arbiter of those places. A place is
 * held for a while when a delegation asks, taken when the delegation really stands, and gone from here when it ends. The event
 * says how many; the host may grant more, with a reason.
 */
@Document("quotas")
class Quota extends Aggregate<QuotaId> {

    private final UUID event;
    private final UUID partner;
    private @Nullable Integer granted;
    private @Nullable String grantedBecause;
    private List<Taking> takings = new ArrayList<>();

    Quota(QuotaId id, UUID event, UUID partner) {
        super(id);
        this.event = event;
        this.partner = partner;
    }

    /** A delegation begins. A partner has one without a label, and more only when their labels tell them apart. */
    void begin(UUID delegation, @Nullable String label, Instant until) {
        refuseUnless(
                takings.stream()
                        .noneMatch(other ->
                                !other.delegation().equals(delegation) && Objects.equals(other.label(), label)),
                Reason.ALREADY_REGISTERED);

        if (taking(delegation).isEmpty()) {
            replace(new Taking(delegation, label, 0, 0, until));
        }
    }

    /** Holds places until then; asking again for the same delegation replaces what was held before. */
    void hold(UUID delegation, @Nullable String label, int members, int allowedByEvent, Instant until) {
        int allowed = allowed(allowedByEvent);
        Taking before = taking(delegation).orElse(new Taking(delegation, label, 0, 0, null));
        int others = taken() - before.places();
        refuseUnless(
                members <= before.taken() || others + members <= allowed, Reason.OVER_QUOTA, allowed, others + members);

        replace(new Taking(delegation, label, before.taken(), members, until));
    }

    /** What was held for nothing goes back; what is taken stays. */
    void giveBack(UUID delegation) {
        taking(delegation)
                .ifPresent(before -> replace(new Taking(delegation, before.label(), before.taken(), 0, null)));
    }

    /** The delegation stands with this many members: so many are taken, whatever was believed before. */
    void settle(UUID delegation, @Nullable String label, int members) {
        Taking before = taking(delegation).orElse(new Taking(delegation, label, 0, 0, null));
        boolean more = before.held() > members;
        replace(new Taking(delegation, label, members, more ? before.held() : 0, more ? before.heldUntil() : null));
    }

    void release(UUID delegation) {
        takings.removeIf(taking -> taking.delegation().equals(delegation));
        remindOfTheNext();
    }

    void grant(int members, String because) {
        granted = members;
        grantedBecause = because;
    }

    private void replace(Taking taking) {
        takings.removeIf(each -> each.delegation().equals(taking.delegation()));
        takings.add(taking);
        remindOfTheNext();
    }

    private void remindOfTheNext() {
        dueAt(takings.stream()
                .map(Taking::heldUntil)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null));
    }

    private static void refuseUnless(boolean allowed, Reason reason, Object... values) {
        if (!allowed) {
            throw new QuotaRefusal(reason, values);
        }
    }

    private Optional<Taking> taking(UUID delegation) {
        return takings.stream()
                .filter(taking -> taking.delegation().equals(delegation))
                .findFirst();
    }

    List<UUID> lapsed(Instant now) {
        return takings.stream()
                .filter(taking -> {
                    Instant until = taking.heldUntil();
                    return until != null && !until.isAfter(now);
                })
                .map(Taking::delegation)
                .toList();
    }

    int allowed(int byEvent) {
        return granted == null ? byEvent : granted;
    }

    int taken() {
        return takings.stream().mapToInt(Taking::places).sum();
    }

    @Nullable
    Integer granted() {
        return granted;
    }

    @Nullable
    String grantedBecause() {
        return grantedBecause;
    }

    UUID event() {
        return event;
    }

    UUID partner() {
        return partner;
    }

    /**
     * What one delegation has of the quota.
     *
     * @param taken the members with whom it stands
     * @param held the members with whom it would stand; 0 when it asks for nothing new
     * @param heldUntil when somebody looks whether it came to stand; null when nothing is open
     */
    record Taking(
            UUID delegation,
            @Nullable String label,
            int taken,
            int held,
            @Nullable Instant heldUntil) {

        int places() {
            return Math.max(taken, held);
        }
    }
}
