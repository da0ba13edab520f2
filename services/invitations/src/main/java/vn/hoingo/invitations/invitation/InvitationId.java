package vn.hoingo.invitations.invitation;

import java.util.UUID;
import vn.hoingo.messaging.Id;
import vn.hoingo.messaging.Ids;

/** The identity of an invitation: there is one per person and activity, so that nobody is asked twice. */
public record InvitationId(UUID value) implements Id {

    public static InvitationId of(UUID activity, UUID person) {
        return new InvitationId(Ids.from("invitation", activity, person));
    }
}
