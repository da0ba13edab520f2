package vn.hoingo.logistics.itinerary;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.hoingo.doors.Keyset;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.logistics.party.ExpectedDelegation;
import vn.hoingo.logistics.party.ExpectedDelegations;
import vn.hoingo.logistics.party.Flight;
import vn.hoingo.logistics.programme.KnownEvent;
import vn.hoingo.logistics.programme.Programme;
import vn.hoingo.messaging.Decisions;

/** Where journeys are recorded, and where a dispatcher says what the airport said. */
@Component
public class ItineraryDesk {

    private final Itineraries itineraries;
    private final ExpectedDelegations expected;
    private final Programme programme;
    private final Decisions decisions;
    private final MongoOperations mongo;
    private final Clock clock;

    ItineraryDesk(
            Itineraries itineraries,
            ExpectedDelegations expected,
            Programme programme,
            Decisions decisions,
            MongoOperations mongo,
            Clock clock) {
        this.itineraries = itineraries;
        this.expected = expected;
        this.programme = programme;
        this.decisions = decisions;
        this.mongo = mongo;
        this.clock = clock;
    }

    /** One journey for each party that flies; those of parties that do not fly any more are closed. */
    void follow(UUID delegationId) {
        ExpectedDelegation delegation = expected.find(delegationId).orElse(null);
        if (delegation == null) {
            return;
        }
        boolean takesPlace = programme
                .event(delegation.eventId())
                .filter(KnownEvent::cancelled)
                .isEmpty();
        Set<ItineraryId> live = new HashSet<>();
        for (ExpectedDelegation.Party party : delegation.parties()) {
            if (party.flight() != null && takesPlace) {
                live.add(record(delegation, party.partyId(), party.flight()));
            }
        }
        for (Itinerary itinerary : itineraries.findByDelegationIdOrderByIdAsc(delegationId)) {
            if (!live.contains(itinerary.id())) {
                decisions.change(itineraries, itinerary.id(), Itinerary::close);
            }
        }
    }

    private ItineraryId record(ExpectedDelegation delegation, UUID party, Flight flight) {
        ItineraryId id = ItineraryId.of(delegation.id(), party);
        Itinerary recorded = decisions.open(
                itineraries,
                id,
                () -> Itinerary.record(delegation.id(), delegation.eventId(), delegation.partnerId(), party, flight));
        if (!recorded.flight().equals(flight) || recorded.state() == Itinerary.State.CLOSED) {
            decisions.change(itineraries, id, itinerary -> itinerary.tell(flight));
        }
        return id;
    }

    void closeAllOfEvent(UUID event) {
        itineraries
                .findByEventIdOrderByIdAsc(event)
                .forEach(each -> decisions.change(itineraries, each.id(), Itinerary::close));
    }

    Itinerary delay(ItineraryId id, LocalDateTime newArrival) {
        return decisions.change(itineraries, id, itinerary -> itinerary.delay(newArrival));
    }

    Itinerary cancel(ItineraryId id) {
        return decisions.change(itineraries, id, Itinerary::cancel);
    }

    Itinerary land(ItineraryId id, @Nullable Instant at) {
        Instant now = clock.instant();
        return decisions.change(itineraries, id, itinerary -> itinerary.land(at == null ? now : at, now));
    }

    Itinerary get(ItineraryId id) {
        return itineraries.get(id);
    }

    public Optional<Itinerary> find(ItineraryId id) {
        return itineraries.findById(id);
    }

    Page<Itinerary> list(@Nullable UUID event, @Nullable UUID delegation, @Nullable UUID ofPartner, Paging paging) {
        Criteria criteria = new Criteria();
        if (event != null) {
            criteria.and("eventId").is(event);
        }
        if (delegation != null) {
            criteria.and("delegationId").is(delegation);
        }
        if (ofPartner != null) {
            criteria.and("partnerId").is(ofPartner);
        }
        return Keyset.page(mongo, Itinerary.class, criteria, paging, "landsAt");
    }
}
