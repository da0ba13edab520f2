package vn.hoingo.delegations.delegation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.member.Member;
import vn.hoingo.delegations.person.Expected;
import vn.hoingo.delegations.person.PersonId;
import vn.hoingo.delegations.quota.Places;
import vn.hoingo.delegations.quota.Takers;

/**
 * With whom delegations stand: quotas and claims ask it before what was held too long goes back, and nobody is erased whom a
 * delegation still names.
 */
@Component
class Standing implements Takers, Expected {

    private final Delegations delegations;

    Standing(Delegations delegations) {
        this.delegations = delegations;
    }

    @Override
    public Optional<Places.Asked> standing(UUID delegation) {
        return delegations
                .findById(new DelegationId(delegation))
                .filter(known -> !known.state().isOver())
                .map(known -> asked(known, known.standing()));
    }

    @Override
    public boolean isExpected(PersonId person) {
        return delegations.findByMembersPerson(person).stream()
                .anyMatch(delegation -> delegation.composition().members().stream()
                        .anyMatch(member -> member.person().equals(person)));
    }

    static Places.Asked asked(Delegation delegation, List<Member> members) {
        return new Places.Asked(
                delegation.id().value(),
                delegation.event().value(),
                delegation.partner().value(),
                delegation.label(),
                members.stream().map(Member::identity).toList());
    }
}
