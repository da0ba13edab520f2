package vn.hoingo.invitations.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.letter.Letter.About;
import vn.hoingo.invitations.letter.LetterDesk;
import vn.hoingo.invitations.letter.LetterKind;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** The partner is told in its language whenever something was decided about its delegation: one letter per fact. */
@Component
class WhenDelegationMoves {

    private final LetterDesk letters;

    WhenDelegationMoves(LetterDesk letters) {
        this.letters = letters;
    }

    @OnMessage("delegations.delegation")
    void confirmReceipt(DelegationSubmitted message, Heard heard) {
        write(
                LetterKind.DELEGATION_SUBMITTED,
                message.eventId(),
                message.delegationId(),
                message.partnerId(),
                message.version(),
                heard);
    }

    @OnMessage("delegations.delegation")
    void tellOfApproval(DelegationApproved message, Heard heard) {
        write(
                LetterKind.DELEGATION_APPROVED,
                message.eventId(),
                message.delegationId(),
                message.partnerId(),
                message.version(),
                heard);
    }

    @OnMessage("delegations.delegation")
    void askForChanges(DelegationChangesRequested message, Heard heard) {
        write(LetterKind.CHANGES_REQUESTED, message.eventId(), message.delegationId(), message.partnerId(), 1, heard);
    }

    @OnMessage("delegations.delegation")
    void tellOfRejection(DelegationRejected message, Heard heard) {
        write(
                LetterKind.DELEGATION_REJECTED,
                message.eventId(),
                message.delegationId(),
                message.partnerId(),
                message.version(),
                heard);
    }

    @OnMessage("delegations.delegation")
    void confirmWithdrawal(DelegationWithdrawn message, Heard heard) {
        write(
                LetterKind.DELEGATION_WITHDRAWN,
                message.eventId(),
                message.delegationId(),
                message.partnerId(),
                message.version(),
                heard);
    }

    @OnMessage("delegations.delegation")
    void tellOfRevocation(DelegationRevoked message, Heard heard) {
        write(
                LetterKind.DELEGATION_REVOKED,
                message.eventId(),
                message.delegationId(),
                message.partnerId(),
                message.version(),
                heard);
    }

    @OnMessage("delegations.delegation")
    void tellOfNewHead(HeadOfDelegationReplaced message, Heard heard) {
        write(
                LetterKind.HEAD_REPLACED,
                message.eventId(),
                message.delegationId(),
                message.partnerId(),
                message.newHeadId(),
                message.version(),
                heard);
    }

    @OnMessage("delegations.delegation")
    void tellOfNewDates(DelegationRescheduled message, Heard heard) {
        write(
                LetterKind.DELEGATION_RESCHEDULED,
                message.eventId(),
                message.delegationId(),
                message.partnerId(),
                message.eventRevision(),
                heard);
    }

    private void write(LetterKind kind, UUID event, UUID delegation, UUID partner, int version, Heard heard) {
        write(kind, event, delegation, partner, null, version, heard);
    }

    private void write(
            LetterKind kind,
            UUID event,
            UUID delegation,
            UUID partner,
            @Nullable UUID person,
            int version,
            Heard heard) {
        About about = new About(kind, event, delegation, partner, person, null, Math.max(1, version));
        letters.queueToPartner(about, heard.sequence());
    }

    @Contract("delegations.delegation-submitted.v1")
    record DelegationSubmitted(UUID delegationId, UUID eventId, UUID partnerId, int version) {}

    @Contract("delegations.delegation-approved.v1")
    record DelegationApproved(UUID delegationId, UUID eventId, UUID partnerId, int version) {}

    @Contract("delegations.delegation-changes-requested.v1")
    record DelegationChangesRequested(UUID delegationId, UUID eventId, UUID partnerId) {}

    @Contract("delegations.delegation-rejected.v1")
    record DelegationRejected(UUID delegationId, UUID eventId, UUID partnerId, int version) {}

    @Contract("delegations.delegation-withdrawn.v1")
    record DelegationWithdrawn(UUID delegationId, UUID eventId, UUID partnerId, int version) {}

    @Contract("delegations.head-of-delegation-replaced.v1")
    record HeadOfDelegationReplaced(UUID delegationId, UUID eventId, UUID partnerId, UUID newHeadId, int version) {}

    @Contract("delegations.delegation-rescheduled.v1")
    record DelegationRescheduled(UUID delegationId, UUID eventId, UUID partnerId, int eventRevision) {}

    @Contract("delegations.delegation-revoked.v1")
    record DelegationRevoked(UUID delegationId, UUID eventId, UUID partnerId, int version) {}
}
