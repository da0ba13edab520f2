package vn.hoingo.events.permit;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.messaging.Contract;

/** What can happen to the permit of an edition. Days are those of the event's own calendar. */
sealed interface PermitFact {

    @Contract("events.permit-needed.v1")
    record PermitNeeded(UUID eventId, String authority, LocalDate fileBy, String ruleSet) implements PermitFact {}

    @Contract("events.permit-topics-flagged.v1")
    record PermitTopicsFlagged(UUID eventId, Set<String> topics, String authority, LocalDate fileBy)
            implements PermitFact {}

    /** Somebody or something came in that a higher authority has to permit. */
    @Contract("events.permit-authority-escalated.v1")
    record PermitAuthorityEscalated(UUID eventId, String authority, LocalDate fileBy, boolean tooLate)
            implements PermitFact {}

    @Contract("events.permit-deadline-moved.v1")
    record PermitDeadlineMoved(UUID eventId, LocalDate fileBy, boolean tooLate) implements PermitFact {}

    @Contract("events.permit-dossier-submitted.v1")
    record PermitDossierSubmitted(
            UUID eventId,
            String authority,
            LocalDate submittedOn,
            boolean late,
            @Nullable Boolean incomplete) implements PermitFact {}

    /** Every paper and material of the dossier is ready, translations included. */
    @Contract("events.permit-dossier-completed.v1")
    record PermitDossierCompleted(UUID eventId, String authority, LocalDate fileBy, int papers, int materials)
            implements PermitFact {}

    @Contract("events.consultation-requested.v1")
    record ConsultationRequested(UUID eventId, UUID consultationId, String body, LocalDate askedOn, LocalDate answerBy)
            implements PermitFact {}

    @Contract("events.consultation-answered.v1")
    record ConsultationAnswered(
            UUID eventId, UUID consultationId, String body, LocalDate answeredOn, String opinion, boolean late)
            implements PermitFact {}

    /** The period of a consulted body has run out without an answer. */
    @Contract("events.consultation-overdue.v1")
    record ConsultationOverdue(UUID eventId, UUID consultationId, String body, LocalDate answerBy)
            implements PermitFact {}

    @Contract("events.permit-returned.v1")
    record PermitReturned(UUID eventId, String reason) implements PermitFact {}

    @Contract("events.permit-granted.v1")
    record PermitGranted(UUID eventId, String authority, String decisionNumber, LocalDate decidedOn)
            implements PermitFact {}

    @Contract("events.permit-refused.v1")
    record PermitRefused(UUID eventId, String reason) implements PermitFact {}

    /** What was permitted is less than what comes. */
    @Contract("events.permit-amendment-required.v1")
    record PermitAmendmentRequired(UUID eventId, String authority, LocalDate fileBy) implements PermitFact {}
}
