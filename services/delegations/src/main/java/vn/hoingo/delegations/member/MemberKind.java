package vn.hoingo.delegations.member;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;
import vn.hoingo.delegations.text.Coded;

/** As what somebody takes part. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum MemberKind implements Coded {
    HEAD,
    DEPUTY,
    DELEGATE,
    ADVANCE,
    COMPANION
}
