package vn.hoingo.delegations.member;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;
import vn.hoingo.delegations.text.Coded;

/** Where a member stands: named, confirmed by the submission, approved by the host; or no longer there, and why. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum MemberState implements Coded {
    NOMINATED,
    CONFIRMED,
    APPROVED,
    REFUSED,
    REPLACED,
    WITHDRAWN,
    REVOKED;

    boolean isLive() {
        return this == NOMINATED || this == CONFIRMED || this == APPROVED;
    }
}
