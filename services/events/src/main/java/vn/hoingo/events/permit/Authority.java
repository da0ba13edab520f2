package vn.hoingo.events.permit;

import vn.hoingo.doors.Coded;

/** Who may permit an international conference. Which is which stands in the rule set. */
enum Authority implements Coded {
    COMPETENT_PERSON,
    PRIME_MINISTER
}
