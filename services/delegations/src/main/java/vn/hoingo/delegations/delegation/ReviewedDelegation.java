package vn.hoingo.delegations.delegation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.delegations.member.Composition;
import vn.hoingo.delegations.member.Member;
import vn.hoingo.delegations.member.Party;

/** A delegation as the host last decided about it, which the next look is compared with. Names are with their people, not here. */
@Document("reviewed_delegations")
record ReviewedDelegation(
        @Id UUID delegation, Instant at, List<Member> members, List<Party> parties, List<String> languages) {

    static ReviewedDelegation of(Delegation delegation) {
        Composition composition = delegation.composition();
        return new ReviewedDelegation(
                delegation.id().value(),
                delegation.changedAt(),
                delegation.standing().stream().map(Member::known).toList(),
                composition.parties(),
                composition.languages());
    }

    Composition composition() {
        return new Composition(members, parties, languages);
    }
}
