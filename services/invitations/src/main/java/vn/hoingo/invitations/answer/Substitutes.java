package vn.hoingo.invitations.answer;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import vn.hoingo.doors.Invalid;
import vn.hoingo.invitations.guest.Guests;
import vn.hoingo.invitations.invitation.Invitation;
import vn.hoingo.invitations.invitation.Invitation.Reply;

/** A guest sends somebody else, who is a person of their own: delegations registers them. */
@Component
class Substitutes {

    private static final String PURPOSE = "substitute-of-a-guest";

    private final Guests guests;
    private final AnsweringInvitations answering;

    Substitutes(Guests guests, AnsweringInvitations answering) {
        this.guests = guests;
        this.answering = answering;
    }

    Invitation propose(Invitation invitation, String name, String function, String contact, Reply reply) {
        answering.refuseUnlessAnswerable(invitation);
        Guests.Guest guest = guests.get(invitation.guest(), PURPOSE);
        UUID person;
        try {
            person = guests.registerSubstitute(
                    guest, name, function, contact, invitation.id().value());
        } catch (HttpClientErrorException.UnprocessableContent notAName) {
            throw new Invalid("/name", "invitations.name-not-taken");
        }
        return answering.proposeSubstitute(invitation.id(), person, reply);
    }
}
