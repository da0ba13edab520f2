package vn.hoingo.delegations.delegation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.event.KnownEvent;
import vn.hoingo.delegations.event.KnownEvents;
import vn.hoingo.delegations.member.Composition;
import vn.hoingo.delegations.member.Member;
import vn.hoingo.delegations.member.Named;
import vn.hoingo.delegations.partner.Partner;
import vn.hoingo.delegations.partner.PartnerId;
import vn.hoingo.delegations.partner.Partners;
import vn.hoingo.delegations.person.People;
import vn.hoingo.delegations.person.Person;
import vn.hoingo.delegations.person.PersonId;
import vn.hoingo.delegations.text.FoldedText;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Keyset;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;

/** Delegations side by side: what there is, and what waits for somebody. */
@Component
class DelegationQueue {

    private static final int MOST_TASKS = 200;

    private final MongoOperations mongo;
    private final Partners partners;
    private final People people;
    private final KnownEvents events;

    DelegationQueue(MongoOperations mongo, Partners partners, People people, KnownEvents events) {
        this.mongo = mongo;
        this.partners = partners;
        this.people = people;
        this.events = events;
    }

    Page<DelegationLine> list(Question question, Caller caller, Paging paging) {
        List<Criteria> all = new ArrayList<>(FoldedText.search("search", question.words()));
        if (question.event() != null) {
            all.add(Criteria.where("event").is(question.event()));
        }
        UUID partner = caller.partner() == null ? question.partner() : caller.partner();
        if (partner != null) {
            all.add(Criteria.where("partner").is(partner));
        }
        if (DelegationView.isAtTheDoorOnly(caller)) {
            all.add(Criteria.where("state").is(DelegationState.APPROVED));
        }
        if (!question.states().isEmpty()) {
            all.add(Criteria.where("state").in(question.states()));
        }
        Page<Delegation> page = Keyset.page(
                mongo, Delegation.class, together(all), paging, "-changedAt", "submittedAt", "partner=partnerName");
        Together together = together(page.items(), caller);
        return page.map(delegation -> line(delegation, together));
    }

    /** What waits: for the host what was sent and what is to be decided, for a partner what it has begun. */
    List<Waiting> waiting(Caller caller, @Nullable UUID event) {
        List<Criteria> all = new ArrayList<>();
        if (caller.partner() == null) {
            all.add(new Criteria()
                    .orOperator(
                            Criteria.where("state").in(DelegationState.SUBMITTED, DelegationState.UNDER_REVIEW),
                            Criteria.where("state")
                                    .is(DelegationState.APPROVED)
                                    .and("changes.0")
                                    .exists(true)));
        } else {
            all.add(Criteria.where("partner").is(caller.partner()));
            all.add(new Criteria()
                    .orOperator(
                            Criteria.where("state").in(DelegationState.DRAFT, DelegationState.CHANGES_REQUESTED),
                            Criteria.where("state")
                                    .is(DelegationState.APPROVED)
                                    .and("travelToConfirm")
                                    .is(true)));
        }
        if (event != null) {
            all.add(Criteria.where("event").is(event));
        }
        List<Delegation> found = mongo.find(Query.query(together(all)).limit(MOST_TASKS), Delegation.class);
        Together together = together(found, caller);
        return found.stream()
                .map(delegation -> new Waiting(
                        delegation,
                        Optional.ofNullable(together.partners().get(delegation.partner())),
                        Optional.ofNullable(
                                together.events().get(delegation.event().value()))))
                .toList();
    }

    /** How many of an event would be concerned when it is cancelled or moves. */
    Concerned concerned(UUID event) {
        Criteria live = Criteria.where("event")
                .is(event)
                .and("state")
                .nin(DelegationState.REJECTED, DelegationState.WITHDRAWN, DelegationState.REVOKED);
        List<Delegation> found = mongo.find(Query.query(live), Delegation.class);
        return new Concerned(found.size(), (int) found.stream()
                .filter(delegation ->
                        delegation.composition().parties().stream().anyMatch(party -> party.flight() != null))
                .count());
    }

    private static Criteria together(List<Criteria> all) {
        return all.isEmpty() ? new Criteria() : new Criteria().andOperator(all);
    }

    private Together together(List<Delegation> delegations, Caller caller) {
        if (delegations.isEmpty()) {
            return new Together(Map.of(), Map.of(), Map.of(), false);
        }
        boolean named = DelegationView.namesAreFor(caller);
        List<PersonId> heads = named
                ? delegations.stream()
                        .flatMap(delegation -> delegation.whoIsOrWas().head().stream())
                        .map(Member::person)
                        .toList()
                : List.of();
        return new Together(
                partners
                        .findByIdIn(delegations.stream()
                                .map(Delegation::partner)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Partner::id, Function.identity())),
                heads.isEmpty()
                        ? new HashMap<>()
                        : people.findByIdIn(heads).stream()
                                .collect(Collectors.toMap(Person::id, person -> person.particulars()
                                        .shownName())),
                events.find(delegations.stream()
                        .map(delegation -> delegation.event().value())
                        .distinct()
                        .toList()),
                named);
    }

    private static DelegationLine line(Delegation delegation, Together together) {
        Composition composition = delegation.whoIsOrWas();
        Optional<Member> head = composition.head();
        Partner partner = together.partners().get(delegation.partner());
        KnownEvent event = together.events().get(delegation.event().value());
        return new DelegationLine(
                delegation.id().value(),
                delegation.event().value(),
                event == null ? null : event.name(),
                delegation.partner().value(),
                partner == null ? null : partner.name(),
                partner == null ? null : partner.particulars().countryCode(),
                delegation.label(),
                delegation.state(),
                delegation.revision(),
                composition.members().size(),
                composition.companionCount(),
                head.map(member -> name(member, together)).orElse(null),
                head.map(Member::rank).orElse(null),
                delegation.changes().size(),
                delegation.submittedAt(),
                delegation.changedAt(),
                delegation.version());
    }

    private static @Nullable String name(Member head, Together together) {
        if (!together.named()) {
            return null;
        }
        Named typed = head.typed();
        String known = together.heads().get(head.person());
        return known == null && typed != null ? typed.passportName() : known;
    }

    /** What a list of delegations is narrowed to. */
    record Question(
            @Nullable UUID event,
            @Nullable UUID partner,
            List<DelegationState> states,
            @Nullable String words) {}

    record Waiting(Delegation delegation, Optional<Partner> partner, Optional<KnownEvent> event) {}

    record Concerned(int delegations, int travelling) {}

    private record Together(
            Map<PartnerId, Partner> partners,
            Map<PersonId, String> heads,
            Map<UUID, KnownEvent> events,
            boolean named) {}
}
