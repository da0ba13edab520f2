package vn.hoingo.delegations.member;

import vn.hoingo.doors.Coded;

/** Where a member stands: named, confirmed by the submission, approved by the host; or no longer there, and why. */
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
