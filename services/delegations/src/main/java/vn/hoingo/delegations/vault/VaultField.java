package vn.hoingo.delegations.vault;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;
import vn.hoingo.delegations.text.Coded;

/** What of a person is kept in the vault and nowhere else. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum VaultField implements Coded {
    PASSPORT_NUMBER,
    BIRTH_DATE,
    DIET
}
