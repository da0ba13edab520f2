package vn.hoingo.portal.permit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.portal.relay.Text;

/** A permit, as the events service tells it. */
public record Permit(
        String state,
        String authority,
        LocalDate fileBy,
        String source,
        @Nullable Integer highestRank,
        List<String> topics,
        List<String> possibleTopics,
        @Nullable LocalDate submittedOn,
        @Nullable String waiver,
        @Nullable Decision decision,
        @Nullable String reason,
        @Nullable String gap,
        List<Paper> papers,
        List<Material> materials,
        boolean complete,
        int answerDays,
        List<Consultation> consultations) {

    /** The bodies that have yet to answer, by their names. */
    public Map<String, String> unanswered() {
        Map<String, String> open = new LinkedHashMap<>();
        consultations.stream()
                .filter(asked -> asked.answer() == null)
                .forEach(asked -> open.put(asked.id().toString(), asked.body()));
        return open;
    }

    public boolean is(String... states) {
        return List.of(states).contains(state);
    }

    /** Whether the last day has passed and it is still to be filed. */
    public boolean isLate(LocalDate today) {
        return mayBeFiled() && today.isAfter(fileBy);
    }

    public boolean mayBeFiled() {
        return is("not-started", "returned", "refused", "amendment-needed");
    }

    public String tone() {
        return switch (state) {
            case "granted" -> "ok";
            case "refused", "amendment-needed" -> "risk";
            case "dossier-submitted", "returned" -> "wait";
            default -> "quiet";
        };
    }

    /** The number and the day of what was decided. */
    public record Decision(String number, LocalDate decidedOn) {}

    /** A paper of the dossier, and how far it is. */
    public record Paper(String code, Text what, boolean required, Text source, String state) {

        public String tone() {
            return Permit.tone(state);
        }
    }

    /** A speech, a paper, a hand-out; one in a foreign language has a translation. */
    public record Material(
            UUID id, String title, String language, String state, String translation, boolean needsTranslation) {

        public String tone() {
            return Permit.tone(state);
        }

        public String translationTone() {
            return Permit.tone(translation);
        }
    }

    private static String tone(String readiness) {
        return switch (readiness) {
            case "ready" -> "ok";
            case "draft" -> "wait";
            default -> "quiet";
        };
    }

    /** A body that was asked for its opinion. */
    public record Consultation(
            UUID id,
            String body,
            LocalDate askedOn,
            LocalDate answerBy,
            boolean overdue,
            @Nullable Opinion answer) {

        public String tone() {
            if (answer == null) {
                return overdue ? "risk" : "wait";
            }
            return answer.opinion().equals("objects") ? "risk" : "ok";
        }
    }

    /** What it answered, and when. */
    public record Opinion(
            LocalDate on, String opinion, @Nullable String words) {}
}
