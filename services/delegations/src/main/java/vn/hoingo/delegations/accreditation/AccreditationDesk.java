package vn.hoingo.delegations.accreditation;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.accreditation.AccreditationRefusal.Reason;
import vn.hoingo.delegations.badge.BadgeNumber;
import vn.hoingo.delegations.partner.Partner;
import vn.hoingo.delegations.partner.PartnerId;
import vn.hoingo.delegations.partner.Partners;
import vn.hoingo.delegations.person.Particulars;
import vn.hoingo.delegations.person.People;
import vn.hoingo.delegations.person.Person;
import vn.hoingo.delegations.person.PersonId;
import vn.hoingo.doors.Keyset;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.messaging.Decisions;

/** Where badges are issued, printed again and revoked. */
@Component
public class AccreditationDesk {

    private static final SecureRandom CHANCE = new SecureRandom();

    private final Accreditations accreditations;
    private final Delegates delegates;
    private final People people;
    private final Partners partners;
    private final MongoOperations mongo;
    private final Decisions decisions;
    private final Clock clock;

    AccreditationDesk(
            Accreditations accreditations,
            Delegates delegates,
            People people,
            Partners partners,
            MongoOperations mongo,
            Decisions decisions,
            Clock clock) {
        this.accreditations = accreditations;
        this.delegates = delegates;
        this.people = people;
        this.partners = partners;
        this.mongo = mongo;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** A badge for every approved member who never had one; whoever was refused by hand is not brought back by this. */
    List<Accreditation> issueAll(UUID delegation, Set<Zone> zones) {
        List<Delegates.Delegate> approved = delegates.approved(delegation);
        if (approved.isEmpty()) {
            throw new AccreditationRefusal(Reason.DELEGATION_NOT_APPROVED);
        }
        return approved.stream().map(delegate -> open(delegate, zones)).toList();
    }

    Accreditation issue(UUID delegation, UUID member, Set<Zone> zones) {
        Delegates.Delegate delegate = delegates.approved(delegation).stream()
                .filter(each -> each.member().equals(member))
                .findFirst()
                .orElseThrow(() -> new AccreditationRefusal(Reason.MEMBER_NOT_APPROVED));
        Accreditation accreditation = open(delegate, zones);
        return accreditation.state() == Accreditation.State.ISSUED
                ? accreditation
                : change(accreditation.id(), each -> each.issueAgain(zones, clock.instant()));
    }

    private Accreditation open(Delegates.Delegate delegate, Set<Zone> zones) {
        return decisions.open(
                accreditations,
                AccreditationId.of(delegate.delegation(), delegate.member()),
                () -> Accreditation.issue(delegate, BadgeNumber.fresh(CHANCE), zones, clock.instant()));
    }

    Accreditation see(AccreditationId id) {
        return accreditations.get(id);
    }

    Accreditation allow(AccreditationId id, Set<Zone> zones) {
        return change(id, each -> each.allow(zones));
    }

    Accreditation reprint(AccreditationId id) {
        return change(id, each -> each.reprint(clock.instant()));
    }

    Accreditation revoke(AccreditationId id, String why) {
        return change(id, each -> each.revoke(why, clock.instant()));
    }

    /** Takes the badges back of those who are no longer approved, whatever happened to them. */
    void settle(UUID delegation) {
        List<Accreditation> good = accreditations.findByDelegation(delegation).stream()
                .filter(each -> each.state() == Accreditation.State.ISSUED)
                .toList();
        if (good.isEmpty()) {
            return;
        }
        Set<UUID> approved = new HashSet<>();
        delegates.approved(delegation).forEach(delegate -> approved.add(delegate.member()));
        good.stream()
                .filter(each -> !approved.contains(each.member()))
                .forEach(each -> change(each.id(), gone -> gone.lapse(clock.instant())));
    }

    private Accreditation change(AccreditationId id, Consumer<Accreditation> verb) {
        return decisions.change(accreditations, id, verb);
    }

    List<Accreditation> ofDelegation(UUID delegation) {
        return accreditations.findByDelegation(delegation).stream()
                .sorted(Comparator.comparing(Accreditation::kind)
                        .thenComparing(each -> each.id().value()))
                .toList();
    }

    Page<Accreditation> list(
            @Nullable UUID event, @Nullable UUID delegation, Accreditation.@Nullable State state, Paging paging) {
        List<Criteria> all = new ArrayList<>();
        if (event != null) {
            all.add(Criteria.where("event").is(event));
        }
        if (delegation != null) {
            all.add(Criteria.where("delegation").is(delegation));
        }
        if (state != null) {
            all.add(Criteria.where("state").is(state));
        }
        Criteria together = all.isEmpty() ? new Criteria() : new Criteria().andOperator(all);
        return Keyset.page(mongo, Accreditation.class, together, paging, "issuedAt", "-issuedAt");
    }

    /** Who wears these badges, and whom they come for. */
    public Bearers bearers(Collection<Accreditation> some) {
        if (some.isEmpty()) {
            return new Bearers(Map.of(), Map.of());
        }
        return new Bearers(
                people
                        .findByIdIn(some.stream()
                                .map(each -> new PersonId(each.person()))
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(person -> person.id().value(), Person::particulars)),
                partners
                        .findByIdIn(some.stream()
                                .map(each -> new PartnerId(each.partner()))
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(partner -> partner.id().value(), Function.identity())));
    }

    /** Names stand with the people alone, so that whoever is erased there is erased here. */
    public record Bearers(Map<UUID, Particulars> people, Map<UUID, Partner> partners) {

        public @Nullable Particulars person(Accreditation accreditation) {
            return people.get(accreditation.person());
        }

        public @Nullable Partner partner(Accreditation accreditation) {
            return partners.get(accreditation.partner());
        }
    }
}
