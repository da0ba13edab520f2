package vn.hoingo.delegations.accreditation;

import vn.hoingo.doors.Coded;

/** A part of the venue that is kept apart. */
public enum Zone implements Coded {
    GENERAL,
    PLENARY,
    BANQUET,
    BILATERAL,
    VIP,
    PRESS,
    BACKSTAGE
}
