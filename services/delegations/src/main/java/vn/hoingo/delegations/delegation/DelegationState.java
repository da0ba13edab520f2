package vn.hoingo.delegations.delegation;

import java.util.Optional;
import vn.hoingo.delegations.member.MemberState;
import vn.hoingo.doors.Coded;

/** Where a delegation stands. */
public enum DelegationState implements Coded {
    DRAFT,
    SUBMITTED,
    UNDER_REVIEW,
    CHANGES_REQUESTED,
    APPROVED,
    REJECTED,
    WITHDRAWN,
    REVOKED;

    boolean isOver() {
        return membersLeaveAs().isPresent();
    }

    /** What its members are from then on, when it ends so; nothing while it has not ended. */
    Optional<MemberState> membersLeaveAs() {
        return switch (this) {
            case REJECTED -> Optional.of(MemberState.REFUSED);
            case WITHDRAWN -> Optional.of(MemberState.WITHDRAWN);
            case REVOKED -> Optional.of(MemberState.REVOKED);
            case DRAFT, SUBMITTED, UNDER_REVIEW, CHANGES_REQUESTED, APPROVED -> Optional.empty();
        };
    }

    boolean isWithPartner() {
        return this == DRAFT || this == CHANGES_REQUESTED;
    }

    boolean isWithHost() {
        return this == SUBMITTED || this == UNDER_REVIEW;
    }
}
