package vn.hoingo.delegations.accreditation;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;
import vn.hoingo.delegations.text.Coded;

/** A part of the venue that is kept apart. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum Zone implements Coded {
    GENERAL,
    PLENARY,
    BANQUET,
    BILATERAL,
    VIP,
    PRESS,
    BACKSTAGE
}
