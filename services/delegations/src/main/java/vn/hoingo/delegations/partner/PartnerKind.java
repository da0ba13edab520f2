package vn.hoingo.delegations.partner;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;
import vn.hoingo.delegations.text.Coded;

/** What kind of body sends. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum PartnerKind implements Coded {
    LOCALITY,
    CONSULATE,
    CORPORATION,
    INTERNATIONAL_ORGANISATION
}
