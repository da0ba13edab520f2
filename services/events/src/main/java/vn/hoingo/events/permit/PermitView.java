package vn.hoingo.events.permit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.events.dossier.Consultation;
import vn.hoingo.events.dossier.Material;
import vn.hoingo.events.dossier.Readiness;
import vn.hoingo.events.event.Words;

/**
 * A permit as pages show it.
 *
 * @param fileBy the last day for the whole dossier, in the event's own calendar
 * @param source where the rule stands that this day follows from
 * @param possibleTopics what may be flagged under these rules
 * @param gap why the dossier was filed with something missing
 * @param complete whether everything that must be is ready
 * @param answerDays within so many days a consulted body answers
 */
record PermitView(
        UUID eventId,
        long version,
        Permit.State state,
        Authority authority,
        LocalDate fileBy,
        String ruleSet,
        String source,
        @Nullable Integer highestRank,
        Set<String> topics,
        Set<String> possibleTopics,
        @Nullable LocalDate submittedOn,
        @Nullable String waiver,
        Permit.@Nullable Decision decision,
        @Nullable String reason,
        @Nullable String gap,
        List<PaperView> papers,
        List<MaterialView> materials,
        boolean complete,
        @Nullable Integer answerDays,
        List<ConsultationView> consultations) {

    static PermitView of(Permit permit, LocalDate today) {
        return new PermitView(
                permit.event().value(),
                permit.version(),
                permit.state(),
                permit.authority(),
                permit.fileBy(),
                permit.rules().name(),
                permit.rules().source(),
                permit.highestRank(),
                new TreeSet<>(permit.topics()),
                new TreeSet<>(permit.rules().primeMinisterTopics()),
                permit.submittedOn(),
                permit.waiver(),
                permit.decision(),
                permit.reason(),
                permit.incompleteBecause(),
                permit.papers().stream()
                        .map(rule -> new PaperView(
                                rule.code(),
                                rule.what(),
                                rule.required(),
                                rule.source(),
                                permit.dossier().of(rule.code())))
                        .toList(),
                permit.dossier().materials().stream().map(MaterialView::of).toList(),
                permit.isComplete(),
                permit.rules().answerDays(),
                permit.consultations().stream()
                        .map(asked -> ConsultationView.of(asked, today))
                        .toList());
    }

    /** A paper of the dossier; one that is not required is handed in where there is cause for it. */
    record PaperView(String code, Words what, boolean required, Words source, Readiness state) {}

    record MaterialView(
            UUID id, String title, String language, Readiness state, Readiness translation, boolean needsTranslation) {

        private static MaterialView of(Material material) {
            return new MaterialView(
                    material.id(),
                    material.title(),
                    material.language(),
                    material.state(),
                    material.translation(),
                    material.needsTranslation());
        }
    }

    record ConsultationView(
            UUID id,
            String body,
            LocalDate askedOn,
            LocalDate answerBy,
            boolean overdue,
            Consultation.@Nullable Answer answer) {

        private static ConsultationView of(Consultation asked, LocalDate today) {
            return new ConsultationView(
                    asked.id(),
                    asked.body(),
                    asked.askedOn(),
                    asked.answerBy(),
                    asked.isOpen() && today.isAfter(asked.answerBy()),
                    asked.answer());
        }
    }
}
