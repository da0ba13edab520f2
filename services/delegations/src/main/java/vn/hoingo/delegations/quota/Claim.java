package vn.hoingo.delegations.quota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.delegations.quota.QuotaRefusal.Reason;
import vn.hoingo.messaging.Aggregate;

/**
 * Everybody at one event who answers to the same name, or the same passport; the arbiter of the rule that nobody comes twice, with two
 * delegations. Two people with one name are told apart by what is known of both; a person is never merged into another here.
 */
@Document("claims")
class Claim extends Aggregate<ClaimId> {

    private List<Holder> holders = new ArrayList<>();

    Claim(ClaimId id) {
        super(id);
    }

    void hold(UUID delegation, Identity identity, Instant until) {
        if (isHeldElsewhere(delegation, identity)) {
            throw new QuotaRefusal(Reason.PERSON_ALREADY_REGISTERED);
        }
        boolean taken = holders.stream()
                .anyMatch(holder -> holder.isOf(delegation, identity.member()) && holder.heldUntil() == null);
        holders.removeIf(holder -> holder.isOf(delegation, identity.member()));
        holders.add(new Holder(delegation, identity, taken ? null : until));
        remindOfTheNext();
    }

    /** What was held for nothing goes back; what is taken stays. */
    void giveBack(UUID delegation) {
        holders.removeIf(holder -> holder.delegation().equals(delegation) && holder.heldUntil() != null);
        remindOfTheNext();
    }

    /** The delegation stands with these, whatever was believed before; whoever else was taken for it is free again. */
    void settle(UUID delegation, List<Identity> standing) {
        Set<UUID> members = standing.stream().map(Identity::member).collect(Collectors.toSet());
        holders.removeIf(holder -> holder.delegation().equals(delegation)
                && (holder.heldUntil() == null
                        || members.contains(holder.identity().member())));
        standing.forEach(identity -> holders.add(new Holder(delegation, identity, null)));
        remindOfTheNext();
    }

    void release(UUID delegation) {
        holders.removeIf(holder -> holder.delegation().equals(delegation));
        remindOfTheNext();
    }

    private void remindOfTheNext() {
        dueAt(holders.stream()
                .map(Holder::heldUntil)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null));
    }

    boolean isHeldElsewhere(UUID delegation, Identity identity) {
        return holders.stream()
                .anyMatch(other -> !other.delegation().equals(delegation)
                        && other.identity().mayBeSameAs(identity));
    }

    boolean isHeldBy(UUID delegation) {
        return holders.stream().anyMatch(holder -> holder.delegation().equals(delegation));
    }

    Set<UUID> lapsed(Instant now) {
        Set<UUID> lapsed = new LinkedHashSet<>();
        for (Holder holder : holders) {
            Instant until = holder.heldUntil();
            if (until != null && !until.isAfter(now)) {
                lapsed.add(holder.delegation());
            }
        }
        return lapsed;
    }

    /** @param heldUntil when somebody looks whether the delegation came to stand; null once it did */
    record Holder(
            @Indexed UUID delegation,
            Identity identity,
            @Nullable Instant heldUntil) {

        boolean isOf(UUID asked, UUID member) {
            return delegation.equals(asked) && identity.member().equals(member);
        }
    }
}
