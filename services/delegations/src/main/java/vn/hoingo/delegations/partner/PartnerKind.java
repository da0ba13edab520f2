package vn.hoingo.delegations.partner;

import vn.hoingo.doors.Coded;

/** What kind of body sends. */
public enum PartnerKind implements Coded {
    LOCALITY,
    CONSULATE,
    CORPORATION,
    INTERNATIONAL_ORGANISATION
}
