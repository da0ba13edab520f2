package vn.hoingo.invitations.invitation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.messaging.Contract;

/** What can happen to an invitation. Carries plain values: these records leave the service. */
public sealed interface InvitationFact {

    @Contract("invitations.invitation-sent.v1")
    record InvitationSent(
            UUID invitationId,
            UUID activityId,
            UUID eventId,
            UUID personId,
            @Nullable UUID delegationId,
            int seats,
            Instant answerBy,
            int revision,
            boolean waitlisted)
            implements InvitationFact {}

    @Contract("invitations.invitation-reissued.v1")
    record InvitationReissued(
            UUID invitationId,
            UUID activityId,
            UUID eventId,
            UUID personId,
            @Nullable UUID delegationId,
            int seats,
            Instant answerBy,
            int revision,
            boolean waitlisted)
            implements InvitationFact {}

    @Contract("invitations.guest-accepted.v1")
    record GuestAccepted(
            UUID invitationId,
            UUID activityId,
            UUID eventId,
            UUID personId,
            @Nullable UUID delegationId,
            int seats,
            @Nullable Integer rank)
            implements InvitationFact {}

    @Contract("invitations.guest-rank-corrected.v1")
    record GuestRankCorrected(UUID invitationId, UUID activityId, UUID eventId, UUID personId, int rank)
            implements InvitationFact {}

    @Contract("invitations.guest-declined.v1")
    record GuestDeclined(
            UUID invitationId,
            UUID activityId,
            UUID eventId,
            UUID personId,
            @Nullable UUID delegationId) implements InvitationFact {}

    @Contract("invitations.guest-tentative.v1")
    record GuestTentative(
            UUID invitationId,
            UUID activityId,
            UUID eventId,
            UUID personId,
            @Nullable UUID delegationId) implements InvitationFact {}

    @Contract("invitations.substitute-proposed.v1")
    record SubstituteProposed(UUID invitationId, UUID activityId, UUID eventId, UUID personId, UUID substituteId)
            implements InvitationFact {}

    @Contract("invitations.substitute-accepted.v1")
    record SubstituteAccepted(UUID invitationId, UUID activityId, UUID eventId, UUID personId, UUID substituteId)
            implements InvitationFact {}

    @Contract("invitations.substitute-refused.v1")
    record SubstituteRefused(UUID invitationId, UUID activityId, UUID eventId, UUID personId, UUID substituteId)
            implements InvitationFact {}

    @Contract("invitations.invitation-revoked.v1")
    record InvitationRevoked(
            UUID invitationId,
            UUID activityId,
            UUID eventId,
            UUID personId,
            @Nullable UUID delegationId,
            String reason) implements InvitationFact {}

    @Contract("invitations.invitation-expired.v1")
    record InvitationExpired(
            UUID invitationId,
            UUID activityId,
            UUID eventId,
            UUID personId,
            @Nullable UUID delegationId) implements InvitationFact {}
}
