package vn.hoingo.delegations.quota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Decisions;

/**
 * Takes and gives back what is scarce in a registration, always in the same order: the quota first, then the people by their
 * claims. What is held is settled when the delegation stands; what is held for nothing is found when its time is over.
 */
@Component
public class Places {

    private final Quotas quotas;
    private final Claims claims;
    private final Decisions decisions;
    private final Clock clock;
    private final Duration holding;

    Places(
            Quotas quotas,
            Claims claims,
            Decisions decisions,
            Clock clock,
            @Value("${hoingo.places.hold:10m}") Duration holding) {
        this.quotas = quotas;
        this.claims = claims;
        this.decisions = decisions;
        this.clock = clock;
        this.holding = holding;
    }

    /** A delegation begins, and keeps its label for itself. */
    public void begin(Asked asked) {
        ask(asked, quota -> quota.begin(asked.delegation(), asked.label(), until()));
    }

    /** Holds a place for every member, and every member for this delegation; or nothing at all. */
    public void hold(Asked asked, int allowedByEvent) {
        try {
            Instant until = until();
            ask(
                    asked,
                    quota -> quota.hold(
                            asked.delegation(), asked.label(), asked.members().size(), allowedByEvent, until));
            for (Wanted wanted : wanted(asked)) {
                decisions.decide(claims, wanted.claim(), () -> new Claim(wanted.claim()), claim -> {
                    claim.hold(asked.delegation(), wanted.identity(), until);
                    return true;
                });
            }
        } catch (RuntimeException refused) {
            giveBack(asked);
            throw refused;
        }
    }

    /** What was held for this delegation and is not taken goes back. */
    public void giveBack(Asked asked) {
        UUID delegation = asked.delegation();
        ask(asked, quota -> quota.giveBack(delegation));
        eachClaim(delegation, claim -> claim.giveBack(delegation));
    }

    /** The delegation stands as asked, whatever was believed before. */
    public void settle(Asked asked) {
        UUID delegation = asked.delegation();
        ask(
                asked,
                quota -> quota.settle(delegation, asked.label(), asked.members().size()));
        Map<ClaimId, List<Identity>> standing = byClaim(asked);
        Set<ClaimId> concerned = new LinkedHashSet<>(standing.keySet());
        claims.heldBy(delegation).forEach(claim -> concerned.add(claim.id()));
        concerned.forEach(id -> decisions.decide(claims, id, () -> new Claim(id), claim -> {
            claim.settle(delegation, standing.getOrDefault(id, List.of()));
            return true;
        }));
    }

    /** The delegation ended: it asks for everything back, whether or not it believes that it holds any. */
    public void release(Asked asked) {
        UUID delegation = asked.delegation();
        ask(asked, quota -> quota.release(delegation));
        eachClaim(delegation, claim -> claim.release(delegation));
    }

    Quota grant(UUID event, UUID partner, int members, String because) {
        QuotaId id = QuotaId.of(event, partner);
        decisions.decide(quotas, id, () -> new Quota(id, event, partner), quota -> {
            quota.grant(members, because);
            return true;
        });
        return quotas.get(id);
    }

    Optional<Quota> quota(UUID event, UUID partner) {
        return quotas.findById(QuotaId.of(event, partner));
    }

    /** How many members this partner may bring to this event. */
    public int allowed(UUID event, UUID partner, int byEvent) {
        return quota(event, partner).map(quota -> quota.allowed(byEvent)).orElse(byEvent);
    }

    /** Whether somebody like this stands with another delegation to the event now. */
    public boolean isHeldElsewhere(UUID event, UUID delegation, Identity identity) {
        return identity.keys().stream()
                .flatMap(key -> claims.findById(ClaimId.of(event, key)).stream())
                .anyMatch(claim -> claim.isHeldElsewhere(delegation, identity));
    }

    private void ask(Asked asked, Consumer<Quota> verb) {
        QuotaId id = QuotaId.of(asked.event(), asked.partner());
        decisions.decide(quotas, id, () -> new Quota(id, asked.event(), asked.partner()), quota -> {
            verb.accept(quota);
            return true;
        });
    }

    private void eachClaim(UUID delegation, Consumer<Claim> verb) {
        for (Claim claim : claims.heldBy(delegation)) {
            decisions.decide(claims, claim.id(), mine -> {
                verb.accept(mine);
                return true;
            });
        }
    }

    private Instant until() {
        return clock.instant().plus(holding);
    }

    private static List<Wanted> wanted(Asked asked) {
        return asked.members().stream()
                .flatMap(identity ->
                        identity.keys().stream().map(key -> new Wanted(ClaimId.of(asked.event(), key), identity)))
                .sorted(Comparator.comparing(wanted -> wanted.claim().value()))
                .toList();
    }

    /** Which of its members answer to which claim. */
    static Map<ClaimId, List<Identity>> byClaim(Asked asked) {
        return wanted(asked).stream()
                .collect(Collectors.groupingBy(
                        Wanted::claim, LinkedHashMap::new, Collectors.mapping(Wanted::identity, Collectors.toList())));
    }

    /** What a delegation asks for. */
    public record Asked(
            UUID delegation,
            UUID event,
            UUID partner,
            @Nullable String label,
            List<Identity> members) {}

    private record Wanted(ClaimId claim, Identity identity) {}
}
