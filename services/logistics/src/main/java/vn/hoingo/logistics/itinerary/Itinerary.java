package vn.hoingo.logistics.itinerary;

import static vn.hoingo.logistics.itinerary.Itinerary.State.CANCELLED;
import static vn.hoingo.logistics.itinerary.Itinerary.State.CHANGED;
import static vn.hoingo.logistics.itinerary.Itinerary.State.CLOSED;
import static vn.hoingo.logistics.itinerary.Itinerary.State.LANDED;
import static vn.hoingo.logistics.itinerary.Itinerary.State.PLANNED;
import static vn.hoingo.logistics.itinerary.ItineraryRefusal.Reason.ALREADY_LANDED;
import static vn.hoingo.logistics.itinerary.ItineraryRefusal.Reason.FLIGHT_WAS_CANCELLED;
import static vn.hoingo.logistics.itinerary.ItineraryRefusal.Reason.LANDED_IN_THE_FUTURE;
import static vn.hoingo.logistics.itinerary.ItineraryRefusal.Reason.LANDS_BEFORE_IT_DEPARTS;
import static vn.hoingo.logistics.itinerary.ItineraryRefusal.Reason.NOBODY_TRAVELS;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.doors.Coded;
import vn.hoingo.logistics.itinerary.ItineraryFact.FlightAsTold;
import vn.hoingo.logistics.itinerary.ItineraryFact.FlightCancelled;
import vn.hoingo.logistics.itinerary.ItineraryFact.FlightChanged;
import vn.hoingo.logistics.itinerary.ItineraryFact.FlightLanded;
import vn.hoingo.logistics.itinerary.ItineraryFact.ItineraryRecorded;
import vn.hoingo.logistics.party.Flight;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;

/**
 * An itinerary is the flight of one party: as the partner told it, as it is expected now, and when it really landed. Each
 * change counts a revision, so that whoever hears of two in the wrong order keeps the later one. What the partner tells anew
 * replaces what was expected; telling the same again does not.
 */
@Document("itineraries")
@Announces("logistics.itinerary")
@CompoundIndex(name = "by_landing", def = "{'landsAt': 1, '_id': 1}")
@CompoundIndex(name = "of_event", def = "{'eventId': 1, 'landsAt': 1, '_id': 1}")
@CompoundIndex(name = "of_delegation", def = "{'delegationId': 1, 'landsAt': 1, '_id': 1}")
@CompoundIndex(name = "of_partner", def = "{'partnerId': 1, 'landsAt': 1, '_id': 1}")
public class Itinerary extends Aggregate<ItineraryId> {

    private final UUID delegationId;
    private final UUID eventId;
    private final UUID partnerId;
    private final UUID partyId;
    private Flight flight;
    private LocalDateTime lands;
    private Instant landsAt;
    private @Nullable Instant landedAt;
    private State state = PLANNED;
    private int revision = 1;

    Itinerary(ItineraryId id, UUID delegationId, UUID eventId, UUID partnerId, UUID partyId, Flight flight) {
        super(id);
        this.delegationId = delegationId;
        this.eventId = eventId;
        this.partnerId = partnerId;
        this.partyId = partyId;
        this.flight = flight;
        this.lands = flight.arrives();
        this.landsAt = flight.landsAt();
    }

    static Itinerary record(UUID delegation, UUID event, UUID partner, UUID party, Flight flight) {
        Itinerary itinerary =
                new Itinerary(ItineraryId.of(delegation, party), delegation, event, partner, party, flight);
        itinerary.announceRecorded();
        return itinerary;
    }

    /** The partner told the flight; perhaps the one that we know, which does not undo what we know of it since. */
    void tell(Flight told) {
        if (state == LANDED || told.equals(flight) && state != CLOSED) {
            return;
        }
        Instant before = landsAt;
        flight = told;
        lands = told.arrives();
        landsAt = told.landsAt();
        state = state == PLANNED ? PLANNED : CHANGED;
        revision++;
        announceChanged(before);
    }

    void delay(LocalDateTime newArrival) {
        refuseUnless(state != LANDED, ALREADY_LANDED, flight.number());
        refuseUnless(state != CANCELLED, FLIGHT_WAS_CANCELLED, flight.number());
        refuseUnless(state != CLOSED, NOBODY_TRAVELS);
        Instant after = newArrival.atZone(zone()).toInstant();
        refuseUnless(after.isAfter(departsAt()), LANDS_BEFORE_IT_DEPARTS, flight.number());
        if (newArrival.equals(lands)) {
            return;
        }

        Instant before = landsAt;
        lands = newArrival;
        landsAt = after;
        state = CHANGED;
        revision++;
        announceChanged(before);
    }

    void cancel() {
        if (state == CANCELLED) {
            return;
        }
        refuseUnless(state != LANDED, ALREADY_LANDED, flight.number());
        refuseUnless(state != CLOSED, NOBODY_TRAVELS);

        state = CANCELLED;
        revision++;
        announce(new FlightCancelled(id().value(), delegationId, eventId, partyId, flight.number(), revision));
    }

    void land(Instant at, Instant now) {
        if (state == LANDED) {
            return;
        }
        refuseUnless(state != CANCELLED, FLIGHT_WAS_CANCELLED, flight.number());
        refuseUnless(state != CLOSED, NOBODY_TRAVELS);
        refuseUnless(!at.isAfter(now), LANDED_IN_THE_FUTURE);
        refuseUnless(at.isAfter(departsAt()), LANDS_BEFORE_IT_DEPARTS, flight.number());

        state = LANDED;
        landedAt = at;
        announce(new FlightLanded(id().value(), delegationId, eventId, partyId, flight.number(), at));
    }

    /** Nobody of this party comes by this flight any more. */
    void close() {
        if (state != LANDED) {
            state = CLOSED;
        }
    }

    private void announceRecorded() {
        announce(new ItineraryRecorded(
                id().value(),
                delegationId,
                eventId,
                partyId,
                new FlightAsTold(
                        flight.number(),
                        flight.origin(),
                        flight.airport(),
                        flight.terminal(),
                        flight.departs(),
                        flight.departsZone(),
                        flight.arrives(),
                        flight.arrivesZone())));
    }

    private void announceChanged(Instant before) {
        announce(new FlightChanged(
                id().value(),
                delegationId,
                eventId,
                partyId,
                flight.number(),
                before,
                landsAt,
                lands,
                flight.arrivesZone(),
                revision));
    }

    private static void refuseUnless(boolean allowed, ItineraryRefusal.Reason reason, Object... values) {
        if (!allowed) {
            throw new ItineraryRefusal(reason, values);
        }
    }

    private Instant departsAt() {
        return flight.departs().atZone(ZoneId.of(flight.departsZone())).toInstant();
    }

    public Flight flight() {
        return flight;
    }

    public LocalDateTime lands() {
        return lands;
    }

    public Instant landsAt() {
        return landsAt;
    }

    public @Nullable Instant landedAt() {
        return landedAt;
    }

    public ZoneId zone() {
        return flight.zone();
    }

    public State state() {
        return state;
    }

    public int revision() {
        return revision;
    }

    public UUID delegationId() {
        return delegationId;
    }

    public UUID eventId() {
        return eventId;
    }

    public UUID partnerId() {
        return partnerId;
    }

    public UUID partyId() {
        return partyId;
    }

    /** Where a journey stands. */
    public enum State implements Coded {
        PLANNED,
        CHANGED,
        LANDED,
        CANCELLED,
        CLOSED
    }
}
