package vn.hoingo.delegations.delegation;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.accreditation.Delegates;
import vn.hoingo.delegations.member.Member;

/** Says who may wear a badge: the approved members of an approved delegation. */
@Component
class ApprovedDelegates implements Delegates {

    private final Delegations delegations;

    ApprovedDelegates(Delegations delegations) {
        this.delegations = delegations;
    }

    @Override
    public List<Delegate> approved(UUID id) {
        Delegation delegation = delegations.get(new DelegationId(id));
        if (delegation.state() != DelegationState.APPROVED) {
            return List.of();
        }
        return delegation.composition().members().stream()
                .filter(Member::isApproved)
                .map(member -> new Delegate(
                        id,
                        delegation.event().value(),
                        delegation.partner().value(),
                        member.memberId().value(),
                        member.person().value(),
                        member.kind()))
                .toList();
    }
}
