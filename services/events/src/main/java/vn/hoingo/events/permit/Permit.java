package vn.hoingo.events.permit;

import static vn.hoingo.events.permit.Permit.State.AMENDMENT_NEEDED;
import static vn.hoingo.events.permit.Permit.State.DOSSIER_SUBMITTED;
import static vn.hoingo.events.permit.Permit.State.GRANTED;
import static vn.hoingo.events.permit.Permit.State.NOT_STARTED;
import static vn.hoingo.events.permit.Permit.State.REFUSED;
import static vn.hoingo.events.permit.Permit.State.RETURNED;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.doors.Coded;
import vn.hoingo.events.event.EventId;
import vn.hoingo.events.permit.PermitFact.PermitAmendmentRequired;
import vn.hoingo.events.permit.PermitFact.PermitAuthorityEscalated;
import vn.hoingo.events.permit.PermitFact.PermitDeadlineMoved;
import vn.hoingo.events.permit.PermitFact.PermitDossierSubmitted;
import vn.hoingo.events.permit.PermitFact.PermitGranted;
import vn.hoingo.events.permit.PermitFact.PermitNeeded;
import vn.hoingo.events.permit.PermitFact.PermitRefused;
import vn.hoingo.events.permit.PermitFact.PermitReturned;
import vn.hoingo.events.permit.PermitFact.PermitTopicsFlagged;
import vn.hoingo.events.permit.PermitRefusal.Reason;
import vn.hoingo.events.permit.PermitRules.RuleSet;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;

/**
 * The permit that an edition needs to be held in public. Who gives it follows from the highest rank that comes and from the
 * topics; by when its dossier must be filed follows from that and from the first day. One minister who accepts late moves
 * both. The highest rank is remembered when its bearer leaves again: what was planned for a minister was to be permitted so.
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

    /**
     * The whole dossier was handed in. After the last day that takes a recorded waiver.
     *
     * @param inForce the rules on the day of filing, which count
     */
    void submit(LocalDate on, @Nullable String waived, LocalDate today, RuleSet inForce) {
        if (state == DOSSIER_SUBMITTED && on.equals(submittedOn)) {
            return;
        }
        refuseUnlessIn(OPEN);
        refuseUnless(!on.isAfter(today), Reason.FILED_IN_THE_FUTURE, on);
        rules = inForce;
        boolean late = on.isAfter(fileBy());
        refuseUnless(!late || waived != null && !waived.isBlank(), Reason.FILED_TOO_LATE, fileBy(), rules.source());

        submittedOn = on;
        waiver = late ? waived : null;
        reason = null;
        state = DOSSIER_SUBMITTED;
        announce(new PermitDossierSubmitted(eventId(), authority().code(), on, late));
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
