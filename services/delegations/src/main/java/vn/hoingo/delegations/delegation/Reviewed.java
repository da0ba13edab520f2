package vn.hoingo.delegations.delegation;

import java.time.Instant;
import java.util.List;
import vn.hoingo.delegations.member.Composition;
import vn.hoingo.delegations.member.Member;
import vn.hoingo.delegations.member.Party;

/** A delegation as the host last decided about it, which the next look is compared with. Names are with their people, not here. */
record Reviewed(Instant at, List<Member> members, List<Party> parties, List<String> languages) {

    static Reviewed now(Delegation delegation, Instant at) {
        Composition composition = delegation.composition();
        return new Reviewed(
                at,
                delegation.standing().stream().map(Member::known).toList(),
                composition.parties(),
                composition.languages());
    }

    Composition composition() {
        return new Composition(members, parties, languages);
    }
}
