package vn.hoingo.delegations.member;

import vn.hoingo.doors.Coded;

/** As what somebody takes part. */
public enum MemberKind implements Coded {
    HEAD,
    DEPUTY,
    DELEGATE,
    ADVANCE,
    COMPANION
}
