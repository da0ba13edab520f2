package vn.hoingo.events.permit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.events.event.EventId;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/**
 * Every way in which a rank comes into an edition: with a delegation that is sent, as one more member, in a member's place, as the
 * new head, as a guest, and when the rank of one of them turns out to be higher.
 */
@Component
class WhenRankComesIn {

    private final PermitDesk desk;

    WhenRankComesIn(PermitDesk desk) {
        this.desk = desk;
    }

    @OnMessage("delegations.delegation")
    void withDelegation(DelegationSubmitted message, Heard heard) {
        Integer highest = message.highestRank(); // not told until November 2026
        desk.comes(new EventId(message.eventId()), highest == null ? message.headRank() : highest);
    }

    @OnMessage("delegations.delegation")
    void asMember(MemberAdded message, Heard heard) {
        desk.comes(new EventId(message.eventId()), message.rank());
    }

    @OnMessage("delegations.delegation")
    void asReplacement(MemberReplaced message, Heard heard) {
        desk.comes(new EventId(message.eventId()), message.rank());
    }

    @OnMessage("delegations.delegation")
    void asHead(HeadOfDelegationReplaced message, Heard heard) {
        desk.comes(new EventId(message.eventId()), message.newRank());
    }

    @OnMessage("invitations.invitation")
    void asGuest(GuestAccepted message, Heard heard) {
        if (message.rank() != null) {
            desk.comes(new EventId(message.eventId()), message.rank());
        }
    }

    @OnMessage("delegations.delegation")
    void asMemberCorrected(MemberRankCorrected message, Heard heard) {
        desk.comes(new EventId(message.eventId()), message.rank());
    }

    @OnMessage("invitations.invitation")
    void asGuestCorrected(GuestRankCorrected message, Heard heard) {
        desk.comes(new EventId(message.eventId()), message.rank());
    }

    @Contract("delegations.delegation-submitted.v1")
    record DelegationSubmitted(
            UUID eventId, int headRank, @Nullable Integer highestRank) {}

    @Contract("delegations.member-added.v1")
    record MemberAdded(UUID eventId, int rank) {}

    @Contract("delegations.member-replaced.v1")
    record MemberReplaced(UUID eventId, int rank) {}

    @Contract("delegations.head-of-delegation-replaced.v1")
    record HeadOfDelegationReplaced(UUID eventId, int newRank) {}

    @Contract("delegations.member-rank-corrected.v1")
    record MemberRankCorrected(UUID eventId, int rank) {}

    @Contract("invitations.guest-rank-corrected.v1")
    record GuestRankCorrected(UUID eventId, int rank) {}

    @Contract("invitations.guest-accepted.v1")
    record GuestAccepted(UUID eventId, @Nullable Integer rank) {}
}
