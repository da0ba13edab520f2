package vn.hoingo.logistics.itinerary;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.messaging.AggregateScenario.given;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hoingo.logistics.itinerary.ItineraryFact.FlightCancelled;
import vn.hoingo.logistics.itinerary.ItineraryFact.FlightChanged;
import vn.hoingo.logistics.itinerary.ItineraryFact.FlightLanded;
import vn.hoingo.logistics.itinerary.ItineraryFact.ItineraryRecorded;
import vn.hoingo.logistics.party.Flight;

class ItineraryTests {

    private static final UUID DELEGATION = UUID.fromString("0114bf63-7717-7db4-80ec-c554b2ec4c3f");
    private static final UUID EVENT = UUID.fromString("01e1f80b-d70a-7078-8c78-55a451731b74");
    private static final UUID PARTNER = UUID.fromString("013fa48c-a885-7781-b484-2fa7456f3ece");
    private static final UUID PARTY = UUID.fromString("01407a08-c08b-7d8b-9919-38e6e9476d06");
    private static final Flight VN_409 = flight("2026-09-22T13:35");

    @Test
    void aFlightIsRecordedAsItWasTold() {
        assertThat(recorded().announced()).hasExactlyElementsOfTypes(ItineraryRecorded.class);
    }

    @Test
    void aDelaySaysOldAndNewAndCountsARevision() {
        given(recorded())
                .when(itinerary -> itinerary.delay(LocalDateTime.parse("2026-09-22T15:35")))
                .thenAnnounces(new FlightChanged(
                        ItineraryId.of(DELEGATION, PARTY).value(),
                        DELEGATION,
                        EVENT,
                        PARTY,
                        "VN0409",
                        Instant.parse("2026-09-22T06:35:00Z"),
                        Instant.parse("2026-09-22T08:35:00Z"),
                        LocalDateTime.parse("2026-09-22T15:35"),
                        "Asia/Ho_Chi_Minh",
                        2));
    }

    @Test
    void aDelayToTheSameTimeIsNone() {
        given(recorded())
                .when(itinerary -> itinerary.delay(LocalDateTime.parse("2026-09-22T13:35")))
                .thenAnnouncesNothing();
    }

    @Test
    void aDelayPastMidnightIsTheNextDay() {
        given(recorded())
                .when(itinerary -> itinerary.delay(LocalDateTime.parse("2026-09-23T00:20")))
                .thenIs(Itinerary::landsAt, Instant.parse("2026-09-22T17:20:00Z"));
    }

    @Test
    void noFlightLandsBeforeItDeparts() {
        given(recorded())
                .when(itinerary -> itinerary.delay(LocalDateTime.parse("2026-09-22T08:15")))
                .thenRefuses(ItineraryRefusal.Reason.LANDS_BEFORE_IT_DEPARTS);
    }

    @Test
    void tellingTheSameFlightAgainDoesNotUndoADelay() {
        Itinerary itinerary = recorded();
        itinerary.delay(LocalDateTime.parse("2026-09-22T15:35"));
        given(itinerary)
                .when(delayed -> delayed.tell(VN_409))
                .thenAnnouncesNothing()
                .thenIs(Itinerary::lands, LocalDateTime.parse("2026-09-22T15:35"));
    }

    @Test
    void anotherFlightReplacesIt() {
        given(recorded())
                .when(itinerary -> itinerary.tell(flight("2026-09-21T22:10")))
                .thenAnnounces(FlightChanged.class)
                .thenIs(Itinerary::revision, 2);
    }

    @Test
    void whoFliesAfterAllIsExpectedAgain() {
        Itinerary itinerary = recorded();
        itinerary.close();
        given(itinerary)
                .when(closed -> closed.tell(VN_409))
                .thenAnnounces(FlightChanged.class)
                .thenIs(Itinerary::state, Itinerary.State.CHANGED);
    }

    @Test
    void aCancelledFlightIsCancelledOnce() {
        Itinerary itinerary = recorded();
        given(itinerary).when(Itinerary::cancel).thenAnnounces(FlightCancelled.class);
        given(itinerary).when(Itinerary::cancel).thenAnnouncesNothing();
        given(itinerary)
                .when(cancelled -> cancelled.delay(LocalDateTime.parse("2026-09-22T15:35")))
                .thenRefuses(ItineraryRefusal.Reason.FLIGHT_WAS_CANCELLED);
    }

    @Test
    void itLandsOnceAndNotInTheFuture() {
        Instant now = Instant.parse("2026-09-22T07:00:00Z");
        Itinerary itinerary = recorded();
        given(itinerary)
                .when(flying -> flying.land(now.plusSeconds(1), now))
                .thenRefuses(ItineraryRefusal.Reason.LANDED_IN_THE_FUTURE);
        given(itinerary).when(flying -> flying.land(now, now)).thenAnnounces(FlightLanded.class);
        given(itinerary).when(landed -> landed.land(now, now)).thenAnnouncesNothing();
    }

    @Test
    void whoDoesNotComeDoesNotFly() {
        Itinerary itinerary = recorded();
        itinerary.close();
        given(itinerary)
                .when(closed -> closed.delay(LocalDateTime.parse("2026-09-22T15:35")))
                .thenRefuses(ItineraryRefusal.Reason.NOBODY_TRAVELS);
    }

    private static Itinerary recorded() {
        return Itinerary.record(DELEGATION, EVENT, PARTNER, PARTY, VN_409);
    }

    private static Flight flight(String arrives) {
        return new Flight(
                "VN0409",
                "ICN",
                "SGN",
                "T2",
                LocalDateTime.parse(arrives).minusMinutes(200),
                "Asia/Seoul",
                LocalDateTime.parse(arrives),
                "Asia/Ho_Chi_Minh");
    }
}
