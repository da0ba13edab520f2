package vn.hoingo.logistics.arrival;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.hoingo.doors.Keyset;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.logistics.TravelTimes;
import vn.hoingo.logistics.arrival.ArrivalPlan.Closing;
import vn.hoingo.logistics.arrival.ArrivalPlan.Told;
import vn.hoingo.logistics.diary.DiaryDesk;
import vn.hoingo.logistics.itinerary.Itinerary;
import vn.hoingo.logistics.itinerary.ItineraryDesk;
import vn.hoingo.logistics.itinerary.ItineraryId;
import vn.hoingo.logistics.party.ExpectedDelegation;
import vn.hoingo.logistics.party.ExpectedDelegations;
import vn.hoingo.logistics.party.Flight;
import vn.hoingo.logistics.programme.KnownEvent;
import vn.hoingo.logistics.programme.Programme;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.Heard;

/** Where arrivals are planned: what is heard reaches the plans here, and each is then arranged as well as it can be. */
@Component
public class ArrivalDesk {

    private final ArrivalPlans plans;
    private final ArrangingArrivals arranging;
    private final ChoosingByHand choosing;
    private final DiaryDesk diaries;
    private final ItineraryDesk itineraries;
    private final ExpectedDelegations expected;
    private final Programme programme;
    private final Decisions decisions;
    private final MongoOperations mongo;
    private final TravelTimes times;
    private final Clock clock;

    ArrivalDesk(
            ArrivalPlans plans,
            ArrangingArrivals arranging,
            ChoosingByHand choosing,
            DiaryDesk diaries,
            ItineraryDesk itineraries,
            ExpectedDelegations expected,
            Programme programme,
            Decisions decisions,
            MongoOperations mongo,
            TravelTimes times,
            Clock clock) {
        this.plans = plans;
        this.arranging = arranging;
        this.choosing = choosing;
        this.diaries = diaries;
        this.itineraries = itineraries;
        this.expected = expected;
        this.programme = programme;
        this.decisions = decisions;
        this.mongo = mongo;
        this.times = times;
        this.clock = clock;
    }

    // --- what is heard -----------------------------------------------------------------------------------------------

    /** The delegation as it is expected now: a plan for each party that flies, none for the others. */
    public void follow(UUID delegationId, Instant toldAt, boolean anew) {
        ExpectedDelegation delegation = expected.find(delegationId).orElse(null);
        if (delegation == null) {
            return;
        }
        Closing gone = whyGone(delegation);
        Set<ArrivalPlanId> live = new HashSet<>();
        if (gone == null) {
            for (ExpectedDelegation.Party party : delegation.parties()) {
                if (party.flight() != null) {
                    live.add(meet(delegation, party, party.flight(), toldAt, anew));
                }
            }
        }
        for (ArrivalPlan plan : plans.findByDelegationIdOrderByLandsAtAscIdAsc(delegationId)) {
            if (!live.contains(plan.id())) {
                close(plan.id(), gone == null ? Closing.NOBODY_FLIES : gone);
            }
        }
        if (gone == null
                && expected.find(delegationId)
                        .filter(again -> !again.equals(delegation))
                        .isPresent()) {
            follow(delegationId, toldAt, anew); // another instance heard more meanwhile
        }
    }

    private @Nullable Closing whyGone(ExpectedDelegation delegation) {
        if (ExpectedDelegations.WITHDRAWN.equals(delegation.gone())) {
            return Closing.DELEGATION_WITHDRAWN;
        }
        if (ExpectedDelegations.REVOKED.equals(delegation.gone())) {
            return Closing.DELEGATION_REVOKED;
        }
        return programme
                        .event(delegation.eventId())
                        .filter(KnownEvent::cancelled)
                        .isPresent()
                ? Closing.EVENT_CANCELLED
                : null;
    }

    private ArrivalPlanId meet(
            ExpectedDelegation delegation,
            ExpectedDelegation.Party party,
            Flight flight,
            Instant toldAt,
            boolean anew) {
        ArrivalPlanId id = ArrivalPlanId.of(delegation.id(), party.partyId());
        Travellers travellers = Travellers.of(delegation, party);
        Told told = itineraries
                .find(ItineraryId.of(delegation.id(), party.partyId()))
                .filter(itinerary -> itinerary.flight().equals(flight))
                .map(itinerary -> new Told(flight, itinerary.lands(), itinerary.revision(), toldAt, anew))
                .orElseGet(() -> new Told(flight, flight.arrives(), 1, toldAt, anew));
        ArrivalPlan plan = decisions.open(
                plans,
                id,
                () -> ArrivalPlan.need(
                        delegation.id(),
                        delegation.eventId(),
                        delegation.partnerId(),
                        party.partyId(),
                        travellers,
                        told,
                        times));
        change(plan.id(), meeting -> meeting.expect(travellers, told, times));
        return id;
    }

    public void headReplaced(UUID delegation, int newRank, Heard heard) {
        for (ArrivalPlan plan : plans.findByDelegationIdOrderByLandsAtAscIdAsc(delegation)) {
            change(plan.id(), led -> led.headReplaced(newRank, heard, times));
        }
    }

    public void flightChanged(UUID delegation, UUID party, int revision, LocalDateTime arrives, Instant at) {
        ArrivalPlanId id = ArrivalPlanId.of(delegation, party);
        if (plans.findById(id).isPresent()) { // else it is opened with what the journey says by then
            change(id, plan -> plan.flightChanged(revision, arrives, times, at));
        }
    }

    public void flightCancelled(UUID delegation, UUID party, int revision) {
        ArrivalPlanId id = ArrivalPlanId.of(delegation, party);
        if (plans.findById(id).isPresent()) {
            change(id, plan -> plan.flightCancelled(revision, times));
        }
    }

    public void landed(UUID delegation, UUID party, Instant at) {
        ArrivalPlanId id = ArrivalPlanId.of(delegation, party);
        if (plans.findById(id).isPresent()) {
            change(id, plan -> plan.landed(at, times));
        }
    }

    /** The event's dates, or what happens during it, are others now. */
    public void programmeChanged(UUID event) {
        for (ArrivalPlan plan : plans.findByEventIdOrderByLandsAtAscIdAsc(event)) {
            if (!plan.isOver() && isBehind(plan)) {
                change(plan.id(), behind -> {});
            }
        }
    }

    private boolean isBehind(ArrivalPlan plan) {
        return !Objects.equals(firstObligation(plan), plan.obligation())
                || programme
                        .event(plan.eventId())
                        .filter(event -> event.revision() > plan.eventRevision())
                        .isPresent();
    }

    public void eventCancelled(UUID event) {
        plans.findByEventIdOrderByLandsAtAscIdAsc(event).forEach(plan -> close(plan.id(), Closing.EVENT_CANCELLED));
    }

    private void close(ArrivalPlanId id, Closing because) {
        arranging.giveBackWhatIsNotUsedBy(decisions.change(plans, id, plan -> plan.close(because)));
    }

    /** Changes a plan, lets it follow what else we know, and arranges it anew. */
    private void change(ArrivalPlanId id, Consumer<ArrivalPlan> verb) {
        decisions.change(plans, id, plan -> {
            verb.accept(plan);
            catchUp(plan);
        });
        arranging.arrange(id);
        if (plans.get(id).landedAt() != null) {
            diaries.begin(id.value());
        }
    }

    /** What others know by now: the journey, the event's dates, the first obligation. */
    private void catchUp(ArrivalPlan plan) {
        Optional<Itinerary> journey = itineraries.find(ItineraryId.of(plan.delegationId(), plan.partyId()));
        journey.filter(itinerary -> itinerary.flight().equals(plan.flight())).ifPresent(itinerary -> {
            switch (itinerary.state()) {
                case CANCELLED -> plan.flightCancelled(itinerary.revision(), times);
                case LANDED -> {
                    plan.flightChanged(itinerary.revision(), itinerary.lands(), times, clock.instant());
                    plan.landed(Objects.requireNonNull(itinerary.landedAt()), times);
                }
                default -> plan.flightChanged(itinerary.revision(), itinerary.lands(), times, clock.instant());
            }
        });
        programme.event(plan.eventId()).ifPresent(event -> plan.eventStands(event, times));
        plan.oblige(firstObligation(plan), times);
    }

    private @Nullable FirstObligation firstObligation(ArrivalPlan plan) {
        Instant from = plan.scheduledAt();
        Instant excused = plan.excusedUntil();
        return programme
                .firstAfter(plan.eventId(), excused != null && excused.isAfter(from) ? excused : from)
                .map(FirstObligation::of)
                .orElse(null);
    }

    // --- what a dispatcher does --------------------------------------------------------------------------------------

    ArrivalPlan chooseVehicle(ArrivalPlanId id, UUID resource) {
        return choosing.vehicle(id, resource);
    }

    ArrivalPlan chooseInterpreter(ArrivalPlanId id, UUID resource) {
        return choosing.interpreter(id, resource);
    }

    ArrivalPlan confirm(ArrivalPlanId id) {
        if (plans.get(id).state() == ArrivalPlan.State.DRAFTED) {
            arranging.arrange(id);
        }
        return decisions.change(plans, id, plan -> plan.accept(clock.instant(), times));
    }

    ArrivalPlan complete(ArrivalPlanId id) {
        ArrivalPlan done = decisions.change(plans, id, ArrivalPlan::complete);
        arranging.giveBackWhatIsNotUsedBy(done);
        return done;
    }

    ArrivalPlan goStraightToTheVenue(ArrivalPlanId id) {
        return decisions.change(plans, id, plan -> plan.goStraightToTheVenue(times));
    }

    ArrivalPlan joinLater(ArrivalPlanId id) {
        ArrivalPlan late = plans.get(id);
        FirstObligation next = programme
                .firstAfter(late.eventId(), late.readyAt())
                .map(FirstObligation::of)
                .orElse(null);
        return decisions.change(plans, id, plan -> plan.joinLater(next, times));
    }

    ArrivalPlan get(ArrivalPlanId id) {
        return plans.get(id);
    }

    List<ArrivalPlan> ofDelegation(UUID delegation) {
        return plans.findByDelegationIdOrderByLandsAtAscIdAsc(delegation);
    }

    List<ArrivalPlan> thatNeedAPerson(@Nullable UUID event) {
        return plans.findByNeedsPersonTrueOrderByLandsAtAscIdAsc().stream()
                .filter(plan -> event == null || plan.eventId().equals(event))
                .toList();
    }

    Page<ArrivalPlan> list(Wanted wanted, Paging paging) {
        Criteria criteria = new Criteria();
        if (wanted.event() != null) {
            criteria.and("eventId").is(wanted.event());
        }
        if (wanted.delegation() != null) {
            criteria.and("delegationId").is(wanted.delegation());
        }
        if (wanted.ofPartner() != null) {
            criteria.and("partnerId").is(wanted.ofPartner());
        }
        if (wanted.date() != null) {
            criteria.and("landsOn").is(wanted.date().toString());
        }
        if (!wanted.states().isEmpty()) {
            criteria.and("state").in(wanted.states().stream().map(Enum::name).toList());
        }
        if (wanted.needsPerson()) {
            criteria.and("needsPerson").is(true);
        }
        return Keyset.page(mongo, ArrivalPlan.class, criteria, paging, "landsAt");
    }

    /** Which arrivals are asked for; null and empty mean any. */
    record Wanted(
            @Nullable UUID event,
            @Nullable UUID delegation,
            @Nullable UUID ofPartner,
            @Nullable LocalDate date,
            List<ArrivalPlan.State> states,
            boolean needsPerson) {}
}
