package vn.hoingo.delegations.delegation;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;
import vn.hoingo.delegations.text.Coded;

/** Where a delegation stands. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
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
        return this == REJECTED || this == WITHDRAWN || this == REVOKED;
    }

    boolean isWithPartner() {
        return this == DRAFT || this == CHANGES_REQUESTED;
    }

    boolean isWithHost() {
        return this == SUBMITTED || this == UNDER_REVIEW;
    }
}
