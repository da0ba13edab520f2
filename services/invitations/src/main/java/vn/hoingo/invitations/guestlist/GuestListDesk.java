package vn.hoingo.invitations.guestlist;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.invitation.Invitation;
import vn.hoingo.invitations.invitation.Invitation.Origin;
import vn.hoingo.invitations.invitation.InvitationDesk;
import vn.hoingo.invitations.invitation.InvitationId;
import vn.hoingo.invitations.invitation.Invitations;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.Refusal;

/** Where it is noted who is to be asked, and where the invitations are made to follow. */
@Component
class GuestListDesk {

    private static final Logger LOG = LoggerFactory.getLogger(GuestListDesk.class);

    private final GuestLists lists;
    private final Invitations invitations;
    private final InvitationDesk asking;
    private final Decisions decisions;

    GuestListDesk(GuestLists lists, Invitations invitations, InvitationDesk asking, Decisions decisions) {
        this.lists = lists;
        this.invitations = invitations;
        this.asking = asking;
        this.decisions = decisions;
    }

    /** Notes something about a delegation, then makes its invitations follow. */
    void note(UUID event, UUID delegation, Consumer<GuestList> fact) {
        note(event, fact);
        follow(event, delegation);
    }

    /** Notes something about the event, then makes the invitations of every delegation follow. */
    void noteForAll(UUID event, Consumer<GuestList> fact) {
        note(event, fact);
        lists.get(new GuestListId(event)).expected().forEach(delegation -> follow(event, delegation.id()));
    }

    private void note(UUID event, Consumer<GuestList> fact) {
        GuestListId id = new GuestListId(event);
        decisions.decide(lists, id, () -> new GuestList(id), list -> {
            fact.accept(list);
            return true;
        });
    }

    /** An invitation that was sent while its delegation left, or while its activity was dropped, is taken back. */
    void checkThatItIsStillWanted(InvitationId id) {
        Invitation invitation = invitations.get(id);
        UUID delegation = invitation.delegation();
        if (delegation != null
                && lists.findById(new GuestListId(invitation.event())).isPresent()) {
            follow(invitation.event(), delegation);
        }
        if (asking.isBaseless(invitation)) {
            asking.revoke(id, "activity-dropped");
        }
    }

    /** Until the list that was followed is still the list: what changed meanwhile is followed too. */
    private void follow(UUID event, UUID delegation) {
        GuestListId id = new GuestListId(event);
        long asOf;
        do {
            GuestList list = lists.get(id);
            asOf = list.version();
            list.find(delegation).ifPresent(known -> follow(list, known));
        } while (lists.get(id).version() != asOf);
    }

    private void follow(GuestList list, GuestList.Delegation known) {
        if (known.gone() != null) {
            asking.revokeAllOfDelegation(known.id(), known.gone());
            return;
        }
        for (Invitation invitation : invitations.findByDelegation(known.id())) {
            if (invitation.isLive()
                    && invitation.origin() == Origin.HEAD_OF_DELEGATION
                    && !invitation.guest().equals(known.head())) {
                asking.revoke(invitation.id(), InvitationDesk.HEAD_REPLACED);
            }
        }
        for (UUID activity : list.activities()) {
            try {
                asking.inviteHead(
                        activity, Objects.requireNonNull(known.head()), known.id(), known.partner(), known.rank());
            } catch (Refusal refusal) {
                LOG.info("the head of {} is not asked to {}: {}", known.id(), activity, refusal.reason());
            }
        }
    }
}
