package vn.hoingo.invitations.notice;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.invitation.Invitation;
import vn.hoingo.invitations.invitation.InvitationId;
import vn.hoingo.invitations.invitation.Invitations;
import vn.hoingo.invitations.letter.LetterDesk;
import vn.hoingo.invitations.letter.LetterKind;

/** Letters to guests about their invitations. */
@Component
class GuestNotices {

    /** Who took the step themselves, or is told through the partner, gets no letter about each invitation. */
    private static final Set<String> TOLD_OTHERWISE =
            Set.of("delegation-withdrawn", "delegation-revoked", "delegation-rejected", "head-replaced");

    private final Invitations invitations;
    private final LetterDesk letters;

    GuestNotices(Invitations invitations, LetterDesk letters) {
        this.invitations = invitations;
        this.letters = letters;
    }

    void invited(UUID invitation, int revision) {
        letters.queueToGuest(LetterKind.INVITATION, get(invitation), invitation, revision);
    }

    void invitedAnew(UUID invitation, int revision) {
        letters.queueToGuest(LetterKind.INVITATION_REISSUED, get(invitation), invitation, revision);
    }

    void revoked(UUID invitation, String reason) {
        if (!TOLD_OTHERWISE.contains(reason)) {
            Invitation revoked = get(invitation);
            LetterKind kind =
                    reason.equals("event-cancelled") ? LetterKind.EVENT_CANCELLED : LetterKind.INVITATION_REVOKED;
            letters.queueToGuest(kind, revoked, invitation, revoked.revision());
        }
    }

    /** Who accepts, is asked again and accepts again has a confirmation of each; two answers in a moment are one letter. */
    void confirmed(UUID invitation) {
        Invitation accepted = get(invitation);
        letters.queueToGuest(
                LetterKind.ACCEPTANCE_CONFIRMED,
                accepted,
                invitation,
                accepted.answers().getLast().number());
    }

    /** @param entry of the waitlist: each wait is a matter of its own */
    void waits(UUID entry, UUID activity, UUID person) {
        letters.queueToGuest(
                LetterKind.WAITLISTED, get(InvitationId.of(activity, person).value()), entry, 1);
    }

    void isOfferedASeat(UUID entry, UUID activity, UUID person) {
        letters.queueToGuest(
                LetterKind.WAITLIST_OFFER, get(InvitationId.of(activity, person).value()), entry, 1);
    }

    void substituteIsWelcome(UUID invitation, UUID substitute) {
        Invitation answered = get(invitation);
        letters.queueToGuest(LetterKind.SUBSTITUTE_ACCEPTED, answered, substitute, 1);
        letters.queueToSubstitute(LetterKind.SUBSTITUTE_EXPECTED, answered, substitute);
    }

    void substituteIsRefused(UUID invitation, UUID substitute) {
        letters.queueToGuest(LetterKind.SUBSTITUTE_REFUSED, get(invitation), substitute, 1);
    }

    private Invitation get(UUID invitation) {
        return invitations.get(new InvitationId(invitation));
    }
}
