package vn.hoingo.identity.account;

import vn.hoingo.identity.problem.Refusal;

/** Why an account does not open, or is not made. */
public final class AccountRefusal extends Refusal {

    /** The reasons, as the words in messages name them. */
    public enum Reason {
        WRONG_PASSWORD,
        TOO_MANY_ATTEMPTS,
        ADDRESS_BELONGS_TO_ANOTHER,
        ACCOUNT_DISABLED,
        ALREADY_A_COLLEAGUE,
        OWN_RIGHTS
    }

    AccountRefusal(Reason reason) {
        super(reason);
    }
}
