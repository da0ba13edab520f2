package vn.hoingo.invitations.letter;

import vn.hoingo.doors.Coded;

/** What a letter says. */
public enum LetterKind implements Coded {
    INVITATION,
    INVITATION_REISSUED,
    INVITATION_REVOKED,
    ACCEPTANCE_CONFIRMED,
    WAITLISTED,
    WAITLIST_OFFER,
    SUBSTITUTE_ACCEPTED,
    SUBSTITUTE_REFUSED,
    SUBSTITUTE_EXPECTED,
    DELEGATION_SUBMITTED,
    DELEGATION_APPROVED,
    CHANGES_REQUESTED,
    DELEGATION_REJECTED,
    DELEGATION_WITHDRAWN,
    DELEGATION_REVOKED,
    HEAD_REPLACED,
    DELEGATION_RESCHEDULED,
    EVENT_CANCELLED,
    REGISTRATION_OPENED;

    /** Its wording, or its readers, are looked at by a person before it leaves. */
    boolean waitsForAPerson() {
        return this == EVENT_CANCELLED || this == REGISTRATION_OPENED;
    }

    /** When nobody knows whether it left, it does not leave again by itself. */
    boolean neverTwice() {
        return this == EVENT_CANCELLED || this == REGISTRATION_OPENED;
    }

    /** It is about something that may change again in a moment: only the last revision is told. */
    boolean settles() {
        return this == INVITATION_REISSUED
                || this == INVITATION_REVOKED
                || this == ACCEPTANCE_CONFIRMED
                || this == DELEGATION_RESCHEDULED;
    }
}
