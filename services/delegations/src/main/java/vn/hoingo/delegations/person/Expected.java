package vn.hoingo.delegations.person;

/** Knows whether a person is expected at an event; who is, cannot be erased yet. */
public interface Expected {

    boolean isExpected(PersonId person);
}
