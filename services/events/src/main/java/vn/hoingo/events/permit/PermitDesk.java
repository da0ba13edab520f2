package vn.hoingo.events.permit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.events.event.Event;
import vn.hoingo.events.event.EventDesk;
import vn.hoingo.events.event.EventId;
import vn.hoingo.events.event.Window;
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
        return permits.findById(PermitId.of(id)).orElseGet(() -> needed(events.get(id)));
    }

    /** What somebody has to hand in, and by when; empty while it lies with the authority, and once it is granted. */
    public Optional<Outstanding> outstanding(EventId id) {
        return permits.findById(PermitId.of(id)).flatMap(Permit::outstanding);
    }

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

    Permit submit(EventId id, LocalDate on, @Nullable String waiver) {
        return change(id, (permit, today) -> permit.submit(on, waiver, today, rules.on(on)));
    }

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
        return decisions.change(permits, PermitId.of(id), permit -> verb.accept(permit, today));
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
