package vn.hoingo.events.event;

import static vn.hoingo.events.event.Event.Status.CANCELLED;
import static vn.hoingo.events.event.Event.Status.CONCLUDED;
import static vn.hoingo.events.event.Event.Status.DRAFT;
import static vn.hoingo.events.event.Event.Status.IN_PREPARATION;
import static vn.hoingo.events.event.Event.Status.POSTPONED;
import static vn.hoingo.events.event.Event.Status.PUBLISHED;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.doors.Coded;
import vn.hoingo.events.event.EventFact.EventCancelled;
import vn.hoingo.events.event.EventFact.EventConcluded;
import vn.hoingo.events.event.EventFact.EventDrafted;
import vn.hoingo.events.event.EventFact.EventPostponed;
import vn.hoingo.events.event.EventFact.EventPrepared;
import vn.hoingo.events.event.EventFact.EventPublished;
import vn.hoingo.events.event.EventFact.EventRescheduled;
import vn.hoingo.events.event.EventFact.EventVenueChanged;
import vn.hoingo.events.event.EventFact.Period;
import vn.hoingo.events.event.EventFact.RegistrationClosed;
import vn.hoingo.events.event.EventFact.RegistrationOpened;
import vn.hoingo.events.event.EventFact.Text;
import vn.hoingo.events.event.EventRefusal.Reason;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;

/**
 * An event is one edition of a gathering that the city organises: drafted, prepared, published when it is permitted, concluded;
 * or postponed, or cancelled. Partners may register from its preparation on. Its dates may move at any time before it concludes; that is
 * something that happens to it, not a state, and each move counts a revision, so that whoever hears late ignores an older one.
 */
@Document("events")
@Announces("events.event")
@CompoundIndex(name = "by_start", def = "{'startsAt': 1, '_id': 1}")
@CompoundIndex(name = "by_series", def = "{'series': 1, 'startsAt': 1, '_id': 1}")
@CompoundIndex(name = "by_status", def = "{'status': 1, 'startsAt': 1, '_id': 1}")
public class Event extends Aggregate<EventId> {

    static final Set<Status> BEFORE_IT_CONCLUDES = EnumSet.of(DRAFT, IN_PREPARATION, PUBLISHED, POSTPONED);

    private final String series;
    private final @Nullable String template;
    private final @Nullable EventId clonedFrom;
    private String edition;
    private Words name;
    private Window window;
    private String venue;
    private Status status = DRAFT;
    private int revision = 1;
    private @Nullable Registration registration;
    private @Nullable Permission permission;
    private boolean forbidden;
    private Instant startsAt;
    private String search;

    Event(
            EventId id,
            String series,
            @Nullable String template,
            @Nullable EventId clonedFrom,
            String edition,
            Words name,
            Window window,
            String venue) {
        super(id);
        this.series = series;
        this.template = template;
        this.clonedFrom = clonedFrom;
        this.edition = edition;
        this.name = name;
        this.window = window;
        this.venue = venue;
        this.startsAt = window.startsAt();
        this.search = search();
    }

    static Event draft(EventId id, Outline outline) {
        if (!outline.window().endsAfterItStarts()) {
            throw new EventRefusal(
                    Reason.ENDS_BEFORE_IT_STARTS,
                    outline.window().start(),
                    outline.window().end());
        }
        Event event = new Event(
                id,
                outline.series(),
                outline.template(),
                outline.clonedFrom(),
                outline.edition(),
                outline.name(),
                outline.window(),
                outline.venue());
        event.announce(new EventDrafted(
                id.value(),
                outline.series(),
                outline.edition(),
                Text.of(outline.name()),
                Period.of(outline.window()),
                outline.venue(),
                outline.template(),
                outline.clonedFrom() == null ? null : outline.clonedFrom().value(),
                event.revision));
        return event;
    }

    void prepare() {
        if (status == IN_PREPARATION) {
            return;
        }
        refuseUnlessIn(EnumSet.of(DRAFT, POSTPONED));

        status = IN_PREPARATION;
        announce(new EventPrepared(id().value()));
    }

    void openRegistration(Instant closesAt, int membersPerDelegation, Instant now) {
        refuseUnlessIn(EnumSet.of(IN_PREPARATION, PUBLISHED));
        refuseUnless(membersPerDelegation > 0, Reason.QUOTA_MUST_BE_POSITIVE, membersPerDelegation);
        refuseUnless(closesAt.isAfter(now), Reason.REGISTRATION_CLOSES_IN_THE_PAST, closesAt.atZone(window.zone()));
        refuseUnless(
                closesAt.isBefore(window.endsAt()),
                Reason.REGISTRATION_CLOSES_AFTER_THE_EVENT,
                closesAt.atZone(window.zone()),
                window.end());

        registration = new Registration(now, closesAt, membersPerDelegation, true);
        announceRegistration(registration);
    }

    void closeRegistration(Instant now) {
        if (registration == null || !registration.open()) {
            throw new EventRefusal(Reason.REGISTRATION_IS_NOT_OPEN);
        }
        registration = registration.closed();
        announce(new RegistrationClosed(id().value(), now));
    }

    /** The permit was granted, which is noted in every state and asked for by publishing alone. */
    void permit(Permission granted) {
        permission = granted;
        forbidden = false;
    }

    /** The permit was refused, or more comes than was permitted. What is public already stays so; people decide about it. */
    void forbid() {
        forbidden = true;
    }

    /**
     * May be held in public from now on: there is a decision, or the reason why none is needed was written down.
     *
     * @param given what is typed; when it is empty, what the permit said
     */
    void publish(Permission given) {
        if (status == PUBLISHED) {
            return;
        }
        refuseUnlessIn(EnumSet.of(IN_PREPARATION));
        refuseUnless(!forbidden, Reason.PERMIT_REFUSED);
        Permission valid = given.isComplete() || permission == null ? given : permission;
        refuseUnless(valid.isComplete(), Reason.NO_PERMIT);

        permission = valid;
        status = PUBLISHED;
        announce(new EventPublished(id().value()));
    }

    void reschedule(Window next) {
        if (next.equals(window) && status != POSTPONED) {
            return;
        }
        refuseUnlessIn(BEFORE_IT_CONCLUDES);
        refuseUnless(next.endsAfterItStarts(), Reason.ENDS_BEFORE_IT_STARTS, next.start(), next.end());

        Window old = window;
        window = next;
        startsAt = next.startsAt();
        revision++;
        if (status == POSTPONED) {
            status = IN_PREPARATION;
        }
        announce(new EventRescheduled(id().value(), Period.of(old), Period.of(next), revision));
    }

    void moveTo(String otherVenue) {
        if (otherVenue.equals(venue)) {
            return;
        }
        refuseUnlessIn(BEFORE_IT_CONCLUDES);

        String old = venue;
        venue = otherVenue;
        search = search();
        announce(new EventVenueChanged(id().value(), old, otherVenue));
    }

    void rename(String newEdition, Words newName) {
        refuseUnlessIn(BEFORE_IT_CONCLUDES);

        edition = newEdition;
        name = newName;
        search = search();
        if (registration != null && registration.open()) {
            announceRegistration(registration);
        }
    }

    void postpone(String reason) {
        if (status == POSTPONED) {
            return;
        }
        refuseUnlessIn(BEFORE_IT_CONCLUDES);

        status = POSTPONED;
        announce(new EventPostponed(id().value(), reason));
    }

    void cancel(String reason) {
        if (status == CANCELLED) {
            return;
        }
        refuseUnlessIn(BEFORE_IT_CONCLUDES);

        status = CANCELLED;
        announce(new EventCancelled(id().value(), reason));
    }

    void conclude() {
        if (status == CONCLUDED) {
            return;
        }
        refuseUnlessIn(EnumSet.of(PUBLISHED));

        status = CONCLUDED;
        announce(new EventConcluded(id().value()));
    }

    private void announceRegistration(Registration open) {
        announce(new RegistrationOpened(
                id().value(),
                Text.of(name),
                Period.of(window),
                venue,
                open.opensAt(),
                open.closesAt(),
                open.membersPerDelegation()));
    }

    private void refuseUnlessIn(Set<Status> allowed) {
        refuseUnless(allowed.contains(status), Reason.NOT_IN_THIS_STATE, status);
    }

    private static void refuseUnless(boolean allowed, Reason reason, Object... values) {
        if (!allowed) {
            throw new EventRefusal(reason, values);
        }
    }

    private String search() {
        return Words.fold(series + " " + edition + " " + venue) + " " + name.folded();
    }

    /** It may be published as far as its permit is concerned. */
    public boolean isPermitted() {
        return !forbidden && permission != null && permission.isComplete();
    }

    /** True while its activities may still change. */
    public boolean isOpenToChange() {
        return BEFORE_IT_CONCLUDES.contains(status);
    }

    public Window window() {
        return window;
    }

    public int revision() {
        return revision;
    }

    public Status status() {
        return status;
    }

    public @Nullable String template() {
        return template;
    }

    public @Nullable EventId clonedFrom() {
        return clonedFrom;
    }

    public String venue() {
        return venue;
    }

    public String series() {
        return series;
    }

    String edition() {
        return edition;
    }

    public Words name() {
        return name;
    }

    @Nullable
    Registration registration() {
        return registration;
    }

    @Nullable
    Permission permission() {
        return permission;
    }

    /** Where an edition stands. */
    public enum Status implements Coded {
        DRAFT,
        IN_PREPARATION,
        PUBLISHED,
        CONCLUDED,
        POSTPONED,
        CANCELLED
    }

    /** What an edition begins with. */
    public record Outline(
            String series,
            String edition,
            Words name,
            Window window,
            String venue,
            @Nullable String template,
            @Nullable EventId clonedFrom) {}

    /** Until when partners may register, and how many members each of their delegations may have. */
    record Registration(Instant opensAt, Instant closesAt, int membersPerDelegation, boolean open) {

        Registration closed() {
            return new Registration(opensAt, closesAt, membersPerDelegation, false);
        }
    }

    /** Why it may be held: the number and date of the decision, or the recorded reason why none is needed. */
    record Permission(
            @Nullable String decisionNumber,
            java.time.@Nullable LocalDate decidedOn,
            @Nullable String exemption) {

        boolean isComplete() {
            return exemption != null && !exemption.isBlank()
                    || decisionNumber != null && !decisionNumber.isBlank() && decidedOn != null;
        }
    }
}
