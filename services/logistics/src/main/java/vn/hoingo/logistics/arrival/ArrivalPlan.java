package vn.hoingo.logistics.arrival;

import static vn.hoingo.logistics.arrival.ArrivalPlan.Cause.EVENT_RESCHEDULED;
import static vn.hoingo.logistics.arrival.ArrivalPlan.Cause.FLIGHT_CANCELLED;
import static vn.hoingo.logistics.arrival.ArrivalPlan.Cause.FLIGHT_CHANGED;
import static vn.hoingo.logistics.arrival.ArrivalPlan.Cause.HEAD_REPLACED;
import static vn.hoingo.logistics.arrival.ArrivalPlan.Cause.PARTY_CHANGED;
import static vn.hoingo.logistics.arrival.ArrivalPlan.Cause.RESOURCE_LOST;
import static vn.hoingo.logistics.arrival.ArrivalPlan.State.CLOSED;
import static vn.hoingo.logistics.arrival.ArrivalPlan.State.COMPLETED;
import static vn.hoingo.logistics.arrival.ArrivalPlan.State.CONFIRMED;
import static vn.hoingo.logistics.arrival.ArrivalPlan.State.DRAFTED;
import static vn.hoingo.logistics.arrival.ArrivalPlan.State.NEEDED;
import static vn.hoingo.logistics.arrival.ArrivalPlan.State.RUNNING;
import static vn.hoingo.logistics.arrival.ArrivalPlan.State.STALE;
import static vn.hoingo.logistics.arrival.ArrivalRefusal.Reason.ARRIVAL_IS_OVER;
import static vn.hoingo.logistics.arrival.ArrivalRefusal.Reason.FLIGHT_IS_CANCELLED;
import static vn.hoingo.logistics.arrival.ArrivalRefusal.Reason.INPUTS_CHANGED;
import static vn.hoingo.logistics.arrival.ArrivalRefusal.Reason.NOT_AT_RISK;
import static vn.hoingo.logistics.arrival.ArrivalRefusal.Reason.NOT_LANDED;
import static vn.hoingo.logistics.arrival.ArrivalRefusal.Reason.STILL_MISSING;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.doors.Coded;
import vn.hoingo.logistics.TravelTimes;
import vn.hoingo.logistics.arrival.ArrivalFact.ArrivalAtRisk;
import vn.hoingo.logistics.arrival.ArrivalFact.ArrivalPlanClosed;
import vn.hoingo.logistics.arrival.ArrivalFact.ArrivalPlanConfirmed;
import vn.hoingo.logistics.arrival.ArrivalFact.ArrivalPlanInvalidated;
import vn.hoingo.logistics.arrival.ArrivalFact.ArrivalPlanNeeded;
import vn.hoingo.logistics.diary.Booking.Taker;
import vn.hoingo.logistics.diary.DiaryId;
import vn.hoingo.logistics.diary.Interval;
import vn.hoingo.logistics.party.Flight;
import vn.hoingo.logistics.programme.KnownEvent;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;
import vn.hoingo.messaging.Heard;

/**
 * An arrival plan says how one travelling party is met. It is needed as soon as its delegation is approved and its flight is
 * known, drafted when a car and, where nobody of us speaks its language, an interpreter are kept for it, and confirmed when their
 * diaries are. Whatever it stood on may change: then it is stale, with its causes, until it fits again. It runs from
 * the landing on and is completed when the party is where it should be; a party that does not come closes it.
 *
 * <p>The clock on the airport's wall is the authority; instants follow from it. When the event is moved and the party has not
 * told a new flight yet, its arrival moves by as much, tentatively.
 */
@Document("arrival_plans")
@Announces("logistics.arrival-plan")
@CompoundIndex(name = "by_landing", def = "{'landsAt': 1, '_id': 1}")
@CompoundIndex(name = "of_event", def = "{'eventId': 1, 'landsAt': 1, '_id': 1}")
@CompoundIndex(name = "of_delegation", def = "{'delegationId': 1, 'landsAt': 1, '_id': 1}")
@CompoundIndex(name = "of_partner", def = "{'partnerId': 1, 'landsAt': 1, '_id': 1}")
@CompoundIndex(name = "of_day", def = "{'landsOn': 1, 'landsAt': 1, '_id': 1}")
@CompoundIndex(name = "in_state", def = "{'state': 1, 'landsAt': 1, '_id': 1}")
@CompoundIndex(name = "that_need_a_person", def = "{'needsPerson': 1, 'landsAt': 1, '_id': 1}")
@CompoundIndex(name = "that_lack", def = "{'missing': 1, 'landsAt': 1, '_id': 1}")
@CompoundIndex(name = "with_vehicle", def = "{'vehicle.resourceId': 1}")
@CompoundIndex(name = "with_interpreter", def = "{'interpreter.resourceId': 1}")
class ArrivalPlan extends Aggregate<ArrivalPlanId> {

    private static final Set<State> OVER = EnumSet.of(COMPLETED, CLOSED);

    /** What a person has to look at before the plan stands again; the other causes mend themselves. */
    private static final Set<Cause> FOR_A_PERSON = EnumSet.of(HEAD_REPLACED, EVENT_RESCHEDULED, FLIGHT_CANCELLED);

    private final UUID delegationId;
    private final UUID eventId;
    private final UUID partnerId;
    private final UUID partyId;
    private Travellers travellers;
    private Flight flight;
    private LocalDateTime expected;
    private Instant toldAt;
    private Duration shift = Duration.ZERO;
    private int flightRevision = 1;
    private int eventRevision;
    private LocalDateTime lands;
    private String landsOn;
    private Instant landsAt;
    private Instant pickUpAt;
    private Instant readyAt;
    private @Nullable Instant landedAt;
    private @Nullable FirstObligation obligation;
    private @Nullable Instant excusedUntil;
    private boolean straightToVenue;
    private boolean atRisk;
    private @Nullable Instant riskOf;
    private @Nullable Instant riskReady;
    private State state = NEEDED;
    private List<Cause> causes = new ArrayList<>();
    private List<Missing> missing = new ArrayList<>();
    private boolean needsPerson;
    private @Nullable Assignment vehicle;
    private @Nullable Assignment interpreter;
    private boolean wasConfirmed;
    private @Nullable String closedBecause;

    /** What it expects is worked out from the flight once the travel times are known; see {@link #need}. */
    ArrivalPlan(
            ArrivalPlanId id,
            UUID delegationId,
            UUID eventId,
            UUID partnerId,
            UUID partyId,
            Travellers travellers,
            Flight flight) {
        super(id);
        this.delegationId = delegationId;
        this.eventId = eventId;
        this.partnerId = partnerId;
        this.partyId = partyId;
        this.travellers = travellers;
        this.flight = flight;
        this.expected = flight.arrives();
        this.toldAt = Instant.EPOCH;
        this.lands = flight.arrives();
        this.landsOn = lands.toLocalDate().toString();
        this.landsAt = flight.landsAt();
        this.pickUpAt = landsAt;
        this.readyAt = landsAt;
    }

    static ArrivalPlan need(
            UUID delegation,
            UUID event,
            UUID partner,
            UUID party,
            Travellers travellers,
            Told told,
            TravelTimes times) {
        ArrivalPlan plan = new ArrivalPlan(
                ArrivalPlanId.of(delegation, party), delegation, event, partner, party, travellers, told.flight());
        plan.takeOver(told);
        plan.begin(times);
        return plan;
    }

    private void begin(TravelTimes times) {
        state = NEEDED;
        reckon(times);
        askForAll();
        announce(new ArrivalPlanNeeded(
                id().value(), delegationId, eventId, partnerId, partyId, travellers.people(), pickUpAt));
    }

    // --- what is heard -----------------------------------------------------------------------------------------------

    /** The party as its delegation says now. A party that did not come by air before, and does now, is needed again. */
    void expect(Travellers now, Told told, TravelTimes times) {
        if (state == COMPLETED
                || state == CLOSED && !Closing.NOBODY_FLIES.code().equals(closedBecause)) {
            return;
        }
        if (state == CLOSED) {
            travellers = now;
            takeOver(told);
            closedBecause = null;
            begin(times);
            return;
        }
        List<Cause> because = new ArrayList<>();
        if (told.anew() && told.at().isAfter(toldAt)) {
            toldAt = told.at();
            shift = Duration.ZERO;
            causes.remove(EVENT_RESCHEDULED);
        }
        if (!told.flight().equals(flight)) {
            if (!told.lands().equals(expected) || !told.flight().airport().equals(flight.airport())) {
                because.add(FLIGHT_CHANGED); // otherwise the itinerary said so before
            }
            takeOver(told);
        }
        if (!now.equals(travellers)) {
            boolean anotherHead =
                    now.heads() != travellers.heads() || now.heads() && now.headRank() != travellers.headRank();
            travellers = now;
            because.add(anotherHead ? HEAD_REPLACED : PARTY_CHANGED);
        }
        invalidate(because, times);
    }

    /** Somebody else leads: who greets, and which car is fitting, is another question now. */
    void headReplaced(int newRank, Heard heard, TravelTimes times) {
        if (isOver() || !travellers.heads() || alreadyHeard(heard)) {
            return;
        }
        travellers = travellers.ledBy(newRank);
        invalidate(List.of(HEAD_REPLACED), times);
    }

    /** The party lands at another time. A revision that is older than the last one heard says nothing. */
    void flightChanged(int revision, LocalDateTime arrives, TravelTimes times, Instant at) {
        if (isOver() || revision <= flightRevision) {
            return;
        }
        boolean flies = !causes.remove(FLIGHT_CANCELLED);
        flightRevision = revision;
        if (flies && arrives.equals(expected)) {
            return;
        }
        expected = arrives;
        toldAt = at;
        shift = Duration.ZERO;
        causes.remove(EVENT_RESCHEDULED);
        straightToVenue = false;
        excusedUntil = null;
        invalidate(List.of(FLIGHT_CHANGED), times);
    }

    void flightCancelled(int revision, TravelTimes times) {
        if (isOver() || revision <= flightRevision) {
            return;
        }
        flightRevision = revision;
        dueAt(null);
        invalidate(List.of(FLIGHT_CANCELLED), times);
    }

    void landed(Instant at, TravelTimes times) {
        if (isOver() || landedAt != null) {
            return;
        }
        landedAt = at;
        LocalDateTime local = LocalDateTime.ofInstant(at, zone());
        shift = Duration.ZERO;
        expected = local;
        causes.removeAll(List.of(EVENT_RESCHEDULED, FLIGHT_CHANGED));
        state = RUNNING;
        reckon(times);
        lookWhetherAPersonIsNeeded();
    }

    /** The event is at these dates. Who planned before they were known is expected as much later, or earlier. */
    void eventStands(KnownEvent event, TravelTimes times) {
        if (isOver() || landedAt != null || event.revision() < eventRevision) {
            return;
        }
        eventRevision = event.revision();
        Duration moved = event.movedSince(toldAt);
        if (moved.equals(shift)) {
            return;
        }
        shift = moved;
        obligation = null; // it is on another day, too
        straightToVenue = false;
        excusedUntil = null;
        causes.remove(EVENT_RESCHEDULED);
        invalidate(moved.isZero() ? List.of() : List.of(EVENT_RESCHEDULED), times);
    }

    /** What it must be in time for; null when nothing of the event follows its arrival. */
    void oblige(@Nullable FirstObligation first, TravelTimes times) {
        if (isOver() || Objects.equals(first, obligation)) {
            return;
        }
        obligation = first;
        reckon(times);
        lookWhetherAPersonIsNeeded();
    }

    /** A car broke down, or an interpreter fell ill, or what was held was given back: it must look for another. */
    void lost(UUID resource) {
        if (isOver() || !uses(resource)) {
            return;
        }
        if (vehicle != null && vehicle.resourceId().equals(resource)) {
            vehicle = null;
        } else {
            interpreter = null;
        }
        lookForWhatIsMissing();
        if (state == DRAFTED) {
            state = NEEDED;
        }
        announceInvalid(List.of(RESOURCE_LOST));
        lookWhetherAPersonIsNeeded();
    }

    void close(Closing because) {
        if (isOver()) {
            return;
        }
        state = CLOSED;
        closedBecause = because.code();
        vehicle = null;
        interpreter = null;
        missing.clear();
        causes.clear();
        atRisk = false;
        needsPerson = false;
        dueAt(null);
        announce(new ArrivalPlanClosed(id().value(), delegationId, eventId, partnerId, partyId, because.code()));
    }

    // --- how it is arranged ------------------------------------------------------------------------------------------

    /** What it would ask the diaries for; null when there is nothing to ask for. */
    @Nullable
    Demand demand(TravelTimes times) {
        if (isOver() || causes.contains(FLIGHT_CANCELLED)) {
            return null;
        }
        return new Demand(
                version(),
                new Taker(id().value(), delegationId, eventId, partnerId),
                new Interval(landsAt, pickUpAt.plus(times.transfer())),
                zone(),
                seatsNeeded(times),
                flight.airport(),
                travellers.needInterpreter() ? travellers.languages() : List.of());
    }

    /**
     * Takes what the diaries keep for it, asked as of that version. What could not be had is missing.
     *
     * @param tryAgainAt when it looks again by itself; null when it is too late for that
     */
    void draft(long forVersion, @Nullable Assignment car, @Nullable Assignment person, @Nullable Instant tryAgainAt) {
        refuseIfOver();
        refuseUnless(forVersion == version(), INPUTS_CHANGED);

        vehicle = car;
        interpreter = person;
        lookForWhatIsMissing();
        if (missing.isEmpty() && state == NEEDED) {
            state = DRAFTED;
        }
        dueAt(tryAgainAt);
        lookWhetherAPersonIsNeeded();
    }

    /** The diaries stand. The plan does too, unless something is missing or a person has to look first. */
    void settle(long forVersion) {
        refuseIfOver();
        refuseUnless(forVersion == version(), INPUTS_CHANGED);
        if (!missing.isEmpty()) {
            state = landedAt != null ? RUNNING : wasConfirmed ? STALE : NEEDED;
            lookWhetherAPersonIsNeeded();
            return;
        }
        dueAt(null);
        if (causes.stream().anyMatch(FOR_A_PERSON::contains)) {
            state = landedAt != null ? RUNNING : STALE;
            lookWhetherAPersonIsNeeded();
            return;
        }
        stand();
    }

    /** A person has looked: it stands as it is. What was tentative is so no longer. */
    void accept(Instant now, TravelTimes times) {
        refuseIfOver();
        refuseUnless(!causes.contains(FLIGHT_CANCELLED), FLIGHT_IS_CANCELLED, flight.number());
        refuseUnless(missing.isEmpty(), STILL_MISSING);
        if (state == CONFIRMED) {
            return;
        }
        expected = lands;
        shift = Duration.ZERO;
        toldAt = now;
        reckon(times);
        stand();
    }

    private void stand() {
        boolean stoodAlready = state == CONFIRMED && causes.isEmpty();
        causes.clear();
        state = landedAt != null ? RUNNING : CONFIRMED;
        wasConfirmed = true;
        lookWhetherAPersonIsNeeded();
        if (!stoodAlready && vehicle != null) {
            announce(new ArrivalPlanConfirmed(
                    id().value(),
                    delegationId,
                    eventId,
                    partnerId,
                    partyId,
                    vehicle.resourceId(),
                    interpreter == null ? null : interpreter.resourceId(),
                    pickUpAt));
        }
    }

    /** A person chose a car; its diary has granted it. */
    void chooseVehicle(long forVersion, Assignment car) {
        refuseIfOver();
        refuseUnless(forVersion == version(), INPUTS_CHANGED);
        vehicle = car;
        lookForWhatIsMissing();
        lookWhetherAPersonIsNeeded();
    }

    /** A person chose an interpreter; the diary has granted it. */
    void chooseInterpreter(long forVersion, Assignment person) {
        refuseIfOver();
        refuseUnless(forVersion == version(), INPUTS_CHANGED);
        interpreter = person;
        lookForWhatIsMissing();
        lookWhetherAPersonIsNeeded();
    }

    /** The party goes straight to the hall, and needs no time at its hotel. */
    void goStraightToTheVenue(TravelTimes times) {
        refuseIfOver();
        refuseUnless(atRisk, NOT_AT_RISK);
        straightToVenue = true;
        reckon(times);
        lookWhetherAPersonIsNeeded();
    }

    /** The hall is told that the party comes later; what begins before it can be there is not expected of it. */
    void joinLater(@Nullable FirstObligation next, TravelTimes times) {
        refuseIfOver();
        refuseUnless(atRisk, NOT_AT_RISK);
        excusedUntil = readyAt;
        obligation = next;
        reckon(times);
        lookWhetherAPersonIsNeeded();
    }

    void complete() {
        if (state == COMPLETED) {
            return;
        }
        refuseIfOver();
        refuseUnless(landedAt != null, NOT_LANDED);
        state = COMPLETED;
        causes.clear();
        missing.clear();
        atRisk = false;
        needsPerson = false;
        dueAt(null);
    }

    // --- what follows inside -----------------------------------------------------------------------------------------

    private void takeOver(Told told) {
        flight = told.flight();
        expected = told.lands();
        toldAt = told.at();
        flightRevision = Math.max(flightRevision, told.revision());
        shift = Duration.ZERO;
        straightToVenue = false;
        excusedUntil = null;
        causes.removeAll(List.of(EVENT_RESCHEDULED, FLIGHT_CANCELLED));
    }

    private void invalidate(List<Cause> because, TravelTimes times) {
        LocalDateTime before = lands;
        reckon(times);
        if (because.isEmpty() && before.equals(lands)) {
            return;
        }
        if (because.contains(FLIGHT_CANCELLED)) {
            vehicle = null;
            interpreter = null;
        }
        lookForWhatIsMissing();
        announceInvalid(because);
        lookWhetherAPersonIsNeeded();
    }

    /** Before it was ever confirmed there is nothing that could become stale; only what a person must look at is kept. */
    private void announceInvalid(List<Cause> because) {
        List<Cause> kept = because.stream()
                .filter(cause -> wasConfirmed || FOR_A_PERSON.contains(cause))
                .toList();
        kept.stream().filter(cause -> !causes.contains(cause)).forEach(causes::add);
        if (state != NEEDED && state != RUNNING) {
            state = wasConfirmed || !kept.isEmpty() ? STALE : NEEDED;
        }
        if (!kept.isEmpty()) {
            announce(new ArrivalPlanInvalidated(
                    id().value(),
                    delegationId,
                    eventId,
                    partnerId,
                    partyId,
                    causes.stream().map(Cause::code).toList()));
        }
    }

    /** Works out every time that follows from the landing, and whether the party will be in time. */
    private void reckon(TravelTimes times) {
        lands = expected.plus(shift);
        landsOn = lands.toLocalDate().toString();
        landsAt = lands.atZone(zone()).toInstant();
        pickUpAt = landsAt.plus(times.immigration());
        readyAt = pickUpAt.plus(times.transfer()).plus(straightToVenue ? Duration.ZERO : times.margin());
        boolean late = obligation != null && obligation.at().isBefore(readyAt) && !isOver();
        if (late && obligation != null && !(atRisk && obligation.at().equals(riskOf) && readyAt.equals(riskReady))) {
            announce(new ArrivalAtRisk(
                    id().value(), delegationId, eventId, partnerId, partyId, obligation.at(), readyAt));
            riskOf = obligation.at();
            riskReady = readyAt;
        }
        atRisk = late;
    }

    private void askForAll() {
        lookForWhatIsMissing();
        lookWhetherAPersonIsNeeded();
        dueAt(toldAt);
    }

    private void lookForWhatIsMissing() {
        missing.clear();
        if (causes.contains(FLIGHT_CANCELLED)) {
            missing.add(Missing.FLIGHT);
        }
        if (vehicle == null) {
            missing.add(Missing.VEHICLE);
        }
        if (interpreter == null && travellers.needInterpreter()) {
            missing.add(Missing.INTERPRETER);
        }
    }

    private void lookWhetherAPersonIsNeeded() {
        needsPerson =
                !isOver() && (atRisk || !missing.isEmpty() || causes.stream().anyMatch(FOR_A_PERSON::contains));
    }

    private void refuseIfOver() {
        refuseUnless(!isOver(), ARRIVAL_IS_OVER);
    }

    private static void refuseUnless(boolean allowed, ArrivalRefusal.Reason reason, Object... values) {
        if (!allowed) {
            throw new ArrivalRefusal(reason, values);
        }
    }

    // --- what can be asked -------------------------------------------------------------------------------------------

    boolean isOver() {
        return OVER.contains(state);
    }

    private boolean uses(UUID resource) {
        return vehicle != null && vehicle.resourceId().equals(resource)
                || interpreter != null && interpreter.resourceId().equals(resource);
    }

    /** True when it relies on that diary for exactly that time. */
    boolean has(DiaryId diary, Interval interval) {
        return vehicle != null
                        && vehicle.diary().equals(diary)
                        && vehicle.interval().equals(interval)
                || interpreter != null
                        && interpreter.diary().equals(diary)
                        && interpreter.interval().equals(interval);
    }

    /** True when nothing would change if it took these. */
    boolean isSettledWith(@Nullable Assignment car, @Nullable Assignment person, Instant now) {
        boolean settled =
                switch (state) {
                    case CONFIRMED -> true;
                    case RUNNING, NEEDED -> missing.isEmpty() || !isDue(now);
                    case STALE -> !causes.isEmpty() && (missing.isEmpty() || !isDue(now));
                    case DRAFTED, COMPLETED, CLOSED -> false;
                };
        return settled
                && Objects.equals(car, vehicle)
                && Objects.equals(person, interpreter)
                && causesNeedAPersonOnly();
    }

    private boolean isDue(Instant now) {
        Instant due = dueAt();
        return due != null && !due.isAfter(now);
    }

    private boolean causesNeedAPersonOnly() {
        return FOR_A_PERSON.containsAll(causes);
    }

    /** The diaries that it relies on, whatever others still have a line of it; none once it is over. */
    Set<DiaryId> diaries() {
        Set<DiaryId> used = new HashSet<>();
        if (isOver()) {
            return used;
        }
        if (vehicle != null) {
            used.add(vehicle.diary());
        }
        if (interpreter != null) {
            used.add(interpreter.diary());
        }
        return used;
    }

    /** The landing before any delay: whoever was to be there in time for something is still expected there. */
    Instant scheduledAt() {
        return flight.arrives().plus(shift).atZone(zone()).toInstant();
    }

    int seatsNeeded(TravelTimes times) {
        return times.seatsFor(travellers.people(), travellers.luggage());
    }

    boolean isTentative() {
        return !shift.isZero();
    }

    ZoneId zone() {
        return flight.zone();
    }

    UUID delegationId() {
        return delegationId;
    }

    UUID eventId() {
        return eventId;
    }

    UUID partnerId() {
        return partnerId;
    }

    UUID partyId() {
        return partyId;
    }

    Travellers travellers() {
        return travellers;
    }

    Flight flight() {
        return flight;
    }

    int flightRevision() {
        return flightRevision;
    }

    int eventRevision() {
        return eventRevision;
    }

    LocalDateTime lands() {
        return lands;
    }

    Instant landsAt() {
        return landsAt;
    }

    Instant pickUpAt() {
        return pickUpAt;
    }

    Instant readyAt() {
        return readyAt;
    }

    @Nullable
    Instant landedAt() {
        return landedAt;
    }

    @Nullable
    FirstObligation obligation() {
        return obligation;
    }

    @Nullable
    Instant excusedUntil() {
        return excusedUntil;
    }

    boolean goesStraightToTheVenue() {
        return straightToVenue;
    }

    boolean isAtRisk() {
        return atRisk;
    }

    State state() {
        return state;
    }

    List<Cause> causes() {
        return List.copyOf(causes);
    }

    List<Missing> missing() {
        return List.copyOf(missing);
    }

    boolean needsPerson() {
        return needsPerson;
    }

    @Nullable
    Assignment vehicle() {
        return vehicle;
    }

    @Nullable
    Assignment interpreter() {
        return interpreter;
    }

    @Nullable
    String closedBecause() {
        return closedBecause;
    }

    /**
     * What was told of a flight.
     *
     * @param lands when it is expected to land, by the clock of its airport
     * @param revision of the journey that this expectation stands in; 1 before any change
     * @param at when it was told
     * @param anew the partner said so just now, knowing the event's dates, be it what it said before
     */
    record Told(Flight flight, LocalDateTime lands, int revision, Instant at, boolean anew) {}

    /** Where an arrival stands. */
    enum State implements Coded {
        NEEDED,
        DRAFTED,
        CONFIRMED,
        RUNNING,
        COMPLETED,
        STALE,
        CLOSED
    }

    /** Why it does not stand as it did. */
    enum Cause implements Coded {
        FLIGHT_CHANGED,
        FLIGHT_CANCELLED,
        PARTY_CHANGED,
        HEAD_REPLACED,
        EVENT_RESCHEDULED,
        RESOURCE_LOST
    }

    /** What it lacks. */
    enum Missing implements Coded {
        FLIGHT,
        VEHICLE,
        INTERPRETER
    }

    /** Why nobody is met any more. */
    enum Closing implements Coded {
        DELEGATION_WITHDRAWN,
        DELEGATION_REVOKED,
        EVENT_CANCELLED,
        NOBODY_FLIES
    }
}
