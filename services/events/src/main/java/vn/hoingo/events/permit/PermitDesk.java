package vn.hoingo.events.permit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.events.dossier.Consultation;
import vn.hoingo.events.dossier.Material;
import vn.hoingo.events.dossier.Readiness;
import vn.hoingo.events.event.Event;
import vn.hoingo.events.event.EventDesk;
import vn.hoingo.events.event.EventId;
import vn.hoingo.events.event.Window;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Decisions;

/** Where an organiser takes an edition through its permit. Today is the day of the place where the event is. */
@Component
public class PermitDesk {

    private final Permits permits;
    private final EventDesk events;
    private final Decisions decisions;
    private final PermitRules rules;
    private final Clock clock;

    PermitDesk(Permits permits, EventDesk events, Decisions decisions, PermitRules rules, Clock clock) {
        this.permits = permits;
        this.events = events;
        this.decisions = decisions;
        this.rules = rules;
        this.clock = clock;
    }

    /** As it stands. A draft of this moment has a permit that nobody has heard of yet. */
    Permit get(EventId id) {
        Permit permit = permits.findById(PermitId.of(id)).orElseGet(() -> needed(events.get(id)));
        permit.learn(rules.asWritten(permit.rules()));
        return permit;
    }

    /** What of its permit waits for somebody. */
    public Waiting waiting(EventId id) {
        return permits.findById(PermitId.of(id))
                .map(permit -> new Waiting(permit.outstanding(), unanswered(permit)))
                .orElse(new Waiting(Optional.empty(), List.of()));
    }

    private static List<Asked> unanswered(Permit permit) {
        return permit.consultations().stream()
                .filter(Consultation::isOpen)
                .map(each -> new Asked(each.id(), each.body(), each.overdueAt().minusSeconds(60)))
                .sorted(Comparator.comparing(Asked::by))
                .toList();
    }

    /**
     * What of a permit waits for somebody.
     *
     * @param outstanding what is to be handed in; empty while it lies with the authority, and once it is granted
     * @param asked the bodies that have not answered, the one whose period ends first at the head
     */
    public record Waiting(Optional<Outstanding> outstanding, List<Asked> asked) {}

    /**
     * A dossier that is to be handed in.
     *
     * @param amendment whether a permit that was granted no longer covers who comes
     * @param by the last day, in the calendar of the place where the event is
     */
    public record Outstanding(boolean amendment, LocalDate by) {}

    /** Begins it; a rank may be heard of before the draft is. */
    void open(EventId id) {
        open(events.get(id));
    }

    private void open(Event event) {
        decisions.open(permits, PermitId.of(event.id()), () -> needed(event));
    }

    private Permit needed(Event event) {
        Window window = event.window();
        return Permit.needed(
                event.id(), window.start().toLocalDate(), rules.on(today(window.zone())), event.revision());
    }

    void comes(EventId id, int rank) {
        change(id, (permit, today) -> permit.comes(rank, today));
    }

    void move(EventId id, LocalDate firstDay, int revision) {
        change(id, (permit, today) -> permit.move(firstDay, revision, today));
    }

    Permit flag(EventId id, Set<String> topics) {
        return change(id, (permit, today) -> permit.flag(topics, today));
    }

    Permit submit(EventId id, LocalDate on, @Nullable String waiver, @Nullable String gap) {
        return change(id, (permit, today) -> permit.submit(on, waiver, gap, today, rules.on(on)));
    }

    Permit prepare(EventId id, Map<String, Readiness> papers) {
        return change(id, (permit, today) -> permit.prepare(papers));
    }

    Permit addMaterial(EventId id, String title, String language) {
        Material material = Material.called(Acting.current().newId("material"), title, language);
        return change(id, (permit, today) -> permit.add(material));
    }

    Permit prepareMaterial(EventId id, UUID material, Readiness state, Readiness translation) {
        return change(id, (permit, today) -> permit.prepare(material, state, translation));
    }

    Permit dropMaterial(EventId id, UUID material) {
        return change(id, (permit, today) -> permit.drop(material));
    }

    Permit consult(EventId id, String body, LocalDate on) {
        UUID consultation = Acting.current().newId("consultation");
        ZoneId zone = events.get(id).window().zone();
        return change(id, (permit, today) -> permit.consult(consultation, body, on, today, zone));
    }

    Permit answer(EventId id, UUID consultation, Consultation.Answer answer) {
        return change(id, (permit, today) -> permit.answer(consultation, answer, today));
    }

    /** Nobody waits for an opinion on an event that takes place no longer. */
    void tellWhatIsOverdue(PermitId id) {
        boolean open = events.get(permits.get(id).event()).isOpenToChange();
        decisions.change(permits, id, permit -> {
            if (open) {
                permit.tellWhatIsOverdue(clock.instant());
            } else {
                permit.stopClocks();
            }
        });
    }

    /**
     * A body that has yet to answer.
     *
     * @param by the last minute of its period, where the event is
     */
    public record Asked(UUID consultation, String body, Instant by) {}

    Permit giveBack(EventId id, String reason) {
        return change(id, (permit, today) -> permit.giveBack(reason));
    }

    Permit grant(EventId id, String number, LocalDate decidedOn) {
        return change(id, (permit, today) -> permit.grant(number, decidedOn));
    }

    Permit refuse(EventId id, String reason) {
        return change(id, (permit, today) -> permit.refuse(reason));
    }

    private Permit change(EventId id, BiConsumer<Permit, LocalDate> verb) {
        Event event = events.get(id);
        open(event);
        LocalDate today = today(event.window().zone());
        return decisions.change(permits, PermitId.of(id), permit -> {
            permit.learn(rules.asWritten(permit.rules()));
            verb.accept(permit, today);
        });
    }

    LocalDate today(Permit permit) {
        return today(events.get(permit.event()).window().zone());
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
