package vn.hoingo.delegations.checkin;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;
import vn.hoingo.delegations.text.Coded;

/** Which way somebody passes. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
enum Direction implements Coded {
    IN,
    OUT
}
