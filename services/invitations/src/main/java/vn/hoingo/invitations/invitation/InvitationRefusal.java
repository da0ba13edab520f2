package vn.hoingo.invitations.invitation;

import vn.hoingo.messaging.Refusal;

/** Why an invitation can say no. */
public final class InvitationRefusal extends Refusal {

    public InvitationRefusal(Reason reason, Object... values) {
        super(reason, values);
    }

    /** The rules. */
    public enum Reason {
        ALREADY_INVITED,
        ALREADY_SENT,
        NOT_SENT_YET,
        INVITATION_REVOKED,
        ANSWERED_TOO_LATE,
        NO_SUBSTITUTE_PROPOSED,
        SUBSTITUTE_TOO_LATE,
        ACTIVITY_FULL,
        ACTIVITY_DROPPED,
        EVENT_OVER
    }
}
