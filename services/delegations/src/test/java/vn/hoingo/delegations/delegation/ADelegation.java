package vn.hoingo.delegations.delegation;

import static vn.hoingo.delegations.member.AMember.head;
import static vn.hoingo.delegations.member.AMember.id;
import static vn.hoingo.delegations.member.AMember.named;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import vn.hoingo.delegations.event.EventId;
import vn.hoingo.delegations.member.AMember;
import vn.hoingo.delegations.member.Flight;
import vn.hoingo.delegations.member.Member;
import vn.hoingo.delegations.member.Party;
import vn.hoingo.delegations.partner.PartnerId;

/** Busan's delegation, as far as a test needs it. */
final class ADelegation {

    static final DelegationId ID = new DelegationId(UUID.fromString("0192f000-0000-7000-8000-0000000000d1"));
    static final EventId EVENT = new EventId(UUID.fromString("0192f000-0000-7000-8000-0000000000e1"));
    static final PartnerId BUSAN = new PartnerId(UUID.fromString("0192f000-0000-7000-8000-0000000000b1"));
    static final UUID CAR = UUID.fromString("0192f000-0000-7000-8000-0000000000c1");
    static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    static final String SEO = "SEO JI-WON";
    static final String YOON = "YOON HA-EUN";
    static final String HAN = "HAN SO-RA";
    static final Flight FLIGHT = new Flight(
            "VN409",
            "ICN",
            "SGN",
            "T2",
            LocalDateTime.parse("2026-09-22T10:15"),
            "Asia/Seoul",
            LocalDateTime.parse("2026-09-22T13:35"),
            "Asia/Ho_Chi_Minh");

    private final List<AMember> members = new ArrayList<>();
    private final List<Party> parties = new ArrayList<>();

    private ADelegation() {}

    static ADelegation of(AMember... members) {
        ADelegation delegation = new ADelegation();
        delegation.members.addAll(Arrays.asList(members));
        return delegation;
    }

    /** A head with his wife, and a delegate, who fly together. */
    static ADelegation ofThree() {
        return of(head(SEO), named(YOON), named(HAN).companionOf(SEO)).flying(SEO, YOON, HAN);
    }

    ADelegation flying(String... who) {
        parties.add(new Party(CAR, Arrays.stream(who).map(AMember::id).toList(), 3, FLIGHT));
        return this;
    }

    Delegation draft() {
        Delegation delegation = Delegation.draft(ID, EVENT, BUSAN, null, null, NOON);
        delegation.edit(parts(members.stream().map(AMember::member).toList(), parties), NOON);
        return delegation;
    }

    Delegation submitted() {
        Delegation delegation = draft();
        delegation.finish(8);
        delegation.submit(NOON);
        return delegation;
    }

    Delegation approved() {
        Delegation delegation = submitted();
        delegation.startReview(NOON);
        delegation.approve(NOON);
        return delegation;
    }

    static Parts parts(List<Member> members, List<Party> parties) {
        return new Parts(null, null, members, parties);
    }

    static List<UUID> ids(String... names) {
        return Arrays.stream(names).map(name -> id(name).value()).toList();
    }

    static UUID person(String name) {
        return AMember.personId(name);
    }
}
