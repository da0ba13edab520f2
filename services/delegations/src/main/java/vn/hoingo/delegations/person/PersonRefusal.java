package vn.hoingo.delegations.person;

import vn.hoingo.messaging.Refusal;

/** Why something cannot be done with a person. */
final class PersonRefusal extends Refusal {

    enum Reason {
        PERSON_ERASED,
        PERSON_STILL_EXPECTED
    }

    PersonRefusal(Reason reason, Object... values) {
        super(reason, values);
    }
}
