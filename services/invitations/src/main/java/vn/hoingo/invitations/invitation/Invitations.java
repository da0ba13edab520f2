package vn.hoingo.invitations.invitation;

import java.util.List;
import java.util.UUID;
import vn.hoingo.messaging.Aggregates;

/** All invitations. */
public interface Invitations extends Aggregates<Invitation, InvitationId> {

    List<Invitation> findByEvent(UUID event);

    List<Invitation> findByActivity(UUID activity);

    List<Invitation> findByDelegation(UUID delegation);

    List<Invitation> findByGuest(UUID guest);
}
