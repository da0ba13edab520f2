package vn.hoingo.events.permit;

import static vn.hoingo.events.permit.Permit.State.AMENDMENT_NEEDED;
import static vn.hoingo.events.permit.Permit.State.DOSSIER_SUBMITTED;
import static vn.hoingo.events.permit.Permit.State.GRANTED;
import static vn.hoingo.events.permit.Permit.State.NOT_STARTED;
import static vn.hoingo.events.permit.Permit.State.REFUSED;
import static vn.hoingo.events.permit.Permit.State.RETURNED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.doors.Coded;
import vn.hoingo.events.dossier.Consultation;
import vn.hoingo.events.dossier.Dossier;
import vn.hoingo.events.dossier.Material;
import vn.hoingo.events.dossier.PaperRule;
import vn.hoingo.events.dossier.Readiness;
import vn.hoingo.events.event.EventId;
import vn.hoingo.events.event.Window;
import vn.hoingo.events.event.Words;
import vn.hoingo.events.permit.PermitFact.ConsultationAnswered;
import vn.hoingo.events.permit.PermitFact.ConsultationOverdue;
import vn.hoingo.events.permit.PermitFact.ConsultationRequested;
import vn.hoingo.events.permit.PermitFact.PermitAmendmentRequired;
import vn.hoingo.events.permit.PermitFact.PermitAuthorityEscalated;
import vn.hoingo.events.permit.PermitFact.PermitDeadlineMoved;
import vn.hoingo.events.permit.PermitFact.PermitDossierCompleted;
import vn.hoingo.events.permit.PermitFact.PermitDossierSubmitted;
import vn.hoingo.events.permit.PermitFact.PermitGranted;
import vn.hoingo.events.permit.PermitFact.PermitNeeded;
import vn.hoingo.events.permit.PermitFact.PermitRefused;
import vn.hoingo.events.permit.PermitFact.PermitReturned;
import vn.hoingo.events.permit.PermitFact.PermitTopicsFlagged;
import vn.hoingo.events.permit.PermitRefusal.Reason;
import vn.hoingo.events.permit.PermitRules.RuleSet;
import vn.hoingo.messaging.Absent;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;

/**
 * The permit that an edition needs to be held in public. Who gives it follows from the highest rank that comes and from the
 * topics; by when its dossier must be filed follows from that and from the first day. One minister who accepts late moves
 * both. The highest rank is remembered when its bearer leaves again: what was planned for a minister was to be permitted so.
 * Its dossier is filed when every paper that the rules name and every material is ready, or when somebody answers for the gap;
 * the bodies that are asked for their opinion have clocks of their own.
 */
@Document("permits")
@Announces("events.permit")
class Permit extends Aggregate<PermitId> {

    private static final Set<State> OPEN = EnumSet.of(NOT_STARTED, RETURNED, AMENDMENT_NEEDED, REFUSED);

    private final EventId event;
    private LocalDate firstDay;
    private RuleSet rules;
    private int revision;
    private @Nullable Integer highestRank;
    private Set<String> topics = Set.of();
    private State state = NOT_STARTED;
    private @Nullable LocalDate submittedOn;
    private @Nullable String waiver;
    private @Nullable String incompleteBecause;
    private Dossier dossier = Dossier.EMPTY;
    private List<Consultation> consultations = List.of();
    private @Nullable Decision decision;
    private @Nullable String reason;

    Permit(PermitId id, EventId event, LocalDate firstDay, RuleSet rules, int revision) {
        super(id);
        this.event = event;
        this.firstDay = firstDay;
        this.rules = rules;
        this.revision = revision;
    }

    static Permit needed(EventId event, LocalDate firstDay, RuleSet rules, int revision) {
        Permit permit = new Permit(PermitId.of(event), event, firstDay, rules, revision);
        permit.announce(new PermitNeeded(event.value(), permit.authority().code(), permit.fileBy(), rules.name()));
        return permit;
    }

    Optional<PermitDesk.Outstanding> outstanding() {
        return OPEN.contains(state)
                ? Optional.of(new PermitDesk.Outstanding(state == AMENDMENT_NEEDED, fileBy()))
                : Optional.empty();
    }

    /** Somebody of this rank comes, 1 the highest. */
    void comes(int rank, LocalDate today) {
        if (highestRank != null && highestRank <= rank) {
            return;
        }
        Authority before = authority();
        highestRank = rank;
        escalate(before, today);
    }

    /** The topics that the programme touches, all of them. */
    void flag(Set<String> touched, LocalDate today) {
        for (String topic : touched) {
            refuseUnless(rules.primeMinisterTopics().contains(topic), Reason.UNKNOWN_TOPIC, topic);
        }
        if (touched.equals(topics)) {
            return;
        }
        Authority before = authority();
        topics = new TreeSet<>(touched);
        announce(new PermitTopicsFlagged(eventId(), topics, authority().code(), fileBy()));
        escalate(before, today);
    }

    private void escalate(Authority before, LocalDate today) {
        if (authority().compareTo(before) <= 0) {
            return;
        }
        announce(new PermitAuthorityEscalated(eventId(), authority().code(), fileBy(), today.isAfter(fileBy())));
        if (state == GRANTED) {
            state = AMENDMENT_NEEDED;
            announce(new PermitAmendmentRequired(eventId(), authority().code(), fileBy()));
        } else if (state == DOSSIER_SUBMITTED) {
            state = RETURNED; // it lies with the wrong authority
            announce(new PermitReturned(eventId(), "authority-escalated"));
        }
    }

    /** The edition has another first day. An older revision than the one that is known changes nothing. */
    void move(LocalDate next, int known, LocalDate today) {
        if (known <= revision) {
            return;
        }
        revision = known;
        if (next.equals(firstDay)) {
            return;
        }
        firstDay = next;
        announce(new PermitDeadlineMoved(eventId(), fileBy(), state != GRANTED && today.isAfter(fileBy())));
    }

    /** What was stored before papers were written down learns them. */
    void learn(RuleSet written) {
        if (rules.papers() == null) {
            rules = written;
        }
    }

    /** How far these papers are. */
    void prepare(Map<String, Readiness> papers) {
        refuseOnceFiled();
        papers.keySet()
                .forEach(code -> refuseUnless(
                        papers().stream().anyMatch(rule -> rule.code().equals(code)), Reason.UNKNOWN_PAPER, code));
        become(dossier.with(papers));
    }

    void add(Material material) {
        refuseOnceFiled();
        become(dossier.adding(material));
    }

    void prepare(UUID material, Readiness itself, Readiness translation) {
        refuseOnceFiled();
        refuseUnlessHeld(material);
        become(dossier.where(material, itself, translation));
    }

    void drop(UUID material) {
        refuseOnceFiled();
        become(dossier.without(material));
    }

    private void become(Dossier next) {
        boolean before = isComplete();
        dossier = next;
        if (!before && isComplete()) {
            announce(new PermitDossierCompleted(
                    eventId(),
                    authority().code(),
                    fileBy(),
                    papers().size(),
                    dossier.materials().size()));
        }
    }

    /**
     * The whole dossier was handed in. After the last day, or with something missing, that takes a recorded waiver.
     *
     * @param gap why it was handed in although something is missing
     * @param inForce the rules on the day of filing, which count
     */
    void submit(LocalDate on, @Nullable String waived, @Nullable String gap, LocalDate today, RuleSet inForce) {
        if (state == DOSSIER_SUBMITTED && on.equals(submittedOn)) {
            return;
        }
        refuseUnlessIn(OPEN);
        refuseUnless(!on.isAfter(today), Reason.FILED_IN_THE_FUTURE, on);
        rules = inForce;
        boolean late = on.isAfter(fileBy());
        refuseUnless(!late || isSaid(waived), Reason.FILED_TOO_LATE, fileBy(), rules.source());
        List<Words> missing = missing();
        refuseUnless(
                missing.isEmpty() || isSaid(gap),
                Reason.DOSSIER_INCOMPLETE,
                missing.stream().map(Words::vi).collect(Collectors.joining("; ")),
                missing.stream().map(Words::en).collect(Collectors.joining("; ")));

        submittedOn = on;
        waiver = late ? waived : null;
        incompleteBecause = missing.isEmpty() ? null : gap;
        reason = null;
        state = DOSSIER_SUBMITTED;
        announce(new PermitDossierSubmitted(eventId(), authority().code(), on, late, !missing.isEmpty()));
    }

    private static boolean isSaid(@Nullable String words) {
        return words != null && !words.isBlank();
    }

    /** A body was asked for its opinion in writing; its period runs from that day. */
    void consult(UUID consultation, String body, LocalDate on, LocalDate today, ZoneId zone) {
        if (consultations.stream().anyMatch(each -> each.id().equals(consultation))) {
            return;
        }
        refuseUnless(!on.isAfter(today), Reason.ASKED_IN_THE_FUTURE, on);

        LocalDate answerBy = rules.answerBy(on);
        List<Consultation> all = new ArrayList<>(consultations);
        all.add(new Consultation(consultation, body, on, answerBy, Window.endOf(answerBy, zone), false, null));
        consultations = all;
        announce(new ConsultationRequested(eventId(), consultation, body, on, answerBy));
        schedule();
    }

    void answer(UUID consultation, Consultation.Answer given, LocalDate today) {
        Consultation asked = consultations.stream()
                .filter(each -> each.id().equals(consultation))
                .findFirst()
                .orElseThrow(() -> new Absent("Consultation", consultation));
        if (given.equals(asked.answer())) {
            return;
        }
        refuseUnless(asked.isOpen(), Reason.ALREADY_ANSWERED, asked.body());
        refuseUnless(!given.on().isBefore(asked.askedOn()), Reason.ANSWERED_BEFORE_IT_WAS_ASKED, asked.askedOn());
        refuseUnless(!given.on().isAfter(today), Reason.ANSWERED_IN_THE_FUTURE, given.on());

        replace(asked.answered(given));
        announce(new ConsultationAnswered(
                eventId(),
                consultation,
                asked.body(),
                given.on(),
                given.opinion().code(),
                given.on().isAfter(asked.answerBy())));
        schedule();
    }

    /** Time came: a body whose period has run out is told of once. */
    void tellWhatIsOverdue(Instant now) {
        for (Consultation each : consultations) {
            if (each.isOpen() && !each.told() && !now.isBefore(each.overdueAt())) {
                replace(each.toldOverdue());
                announce(new ConsultationOverdue(eventId(), each.id(), each.body(), each.answerBy()));
            }
        }
        schedule();
    }

    /** The event takes place no longer, nobody waits for an opinion. */
    void stopClocks() {
        dueAt(null);
    }

    private void replace(Consultation next) {
        consultations = consultations.stream()
                .map(each -> each.id().equals(next.id()) ? next : each)
                .toList();
    }

    private void schedule() {
        dueAt(consultations.stream()
                .filter(each -> each.isOpen() && !each.told())
                .map(Consultation::overdueAt)
                .min(Comparator.naturalOrder())
                .orElse(null));
    }

    void giveBack(String why) {
        refuseUnlessIn(EnumSet.of(DOSSIER_SUBMITTED));
        state = RETURNED;
        reason = why;
        announce(new PermitReturned(eventId(), why));
    }

    /** No permit without the number and the day of its decision. */
    void grant(String number, LocalDate decidedOn) {
        Decision next = new Decision(number, decidedOn, authority());
        if (state == GRANTED && next.equals(decision)) {
            return;
        }
        refuseUnlessIn(EnumSet.of(DOSSIER_SUBMITTED));
        LocalDate filed = Objects.requireNonNull(submittedOn);
        refuseUnless(!decidedOn.isBefore(filed), Reason.DECIDED_BEFORE_IT_WAS_FILED, filed);
        decision = next;
        state = GRANTED;
        announce(new PermitGranted(eventId(), authority().code(), number, decidedOn));
    }

    void refuse(String why) {
        if (state == REFUSED) {
            return;
        }
        refuseUnlessIn(EnumSet.of(DOSSIER_SUBMITTED));
        state = REFUSED;
        reason = why;
        announce(new PermitRefused(eventId(), why));
    }

    private void refuseOnceFiled() {
        refuseUnless(OPEN.contains(state), Reason.DOSSIER_IS_FILED, state);
    }

    private void refuseUnlessHeld(UUID material) {
        if (!dossier.holds(material)) {
            throw new Absent("Material", material);
        }
    }

    private void refuseUnlessIn(Set<State> allowed) {
        refuseUnless(allowed.contains(state), Reason.PERMIT_NOT_IN_THIS_STATE, state);
    }

    private static void refuseUnless(boolean allowed, Reason reason, Object... values) {
        if (!allowed) {
            throw new PermitRefusal(reason, values);
        }
    }

    private UUID eventId() {
        return event.value();
    }

    EventId event() {
        return event;
    }

    State state() {
        return state;
    }

    Authority authority() {
        return rules.authority(highestRank, topics);
    }

    LocalDate fileBy() {
        return rules.fileBy(authority(), firstDay);
    }

    /** What the rules name for who permits it. */
    List<PaperRule> papers() {
        return rules.papers(authority());
    }

    /** What must be ready before it is filed, and is not. */
    List<Words> missing() {
        return dossier.missing(papers());
    }

    boolean isComplete() {
        return missing().isEmpty();
    }

    Dossier dossier() {
        return dossier;
    }

    List<Consultation> consultations() {
        return consultations;
    }

    @Nullable
    String incompleteBecause() {
        return incompleteBecause;
    }

    RuleSet rules() {
        return rules;
    }

    Set<String> topics() {
        return topics;
    }

    @Nullable
    Integer highestRank() {
        return highestRank;
    }

    @Nullable
    LocalDate submittedOn() {
        return submittedOn;
    }

    @Nullable
    String waiver() {
        return waiver;
    }

    @Nullable
    Decision decision() {
        return decision;
    }

    @Nullable
    String reason() {
        return reason;
    }

    /** Where the procedure stands. */
    enum State implements Coded {
        NOT_STARTED,
        DOSSIER_SUBMITTED,
        RETURNED,
        GRANTED,
        REFUSED,
        AMENDMENT_NEEDED
    }

    record Decision(String number, LocalDate decidedOn, Authority authority) {}
}
