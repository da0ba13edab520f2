package vn.hoingo.delegations.vault;

import vn.hoingo.doors.Coded;

/** What of a person is kept in the vault and nowhere else. */
public enum VaultField implements Coded {
    PASSPORT_NUMBER,
    BIRTH_DATE,
    DIET
}
