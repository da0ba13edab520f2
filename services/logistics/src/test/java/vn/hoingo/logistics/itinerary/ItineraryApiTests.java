package vn.hoingo.logistics.itinerary;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.messaging.test.Callers.a;
import static vn.hoingo.messaging.test.Callers.focalPointOf;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.hoingo.logistics.party.Flight;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.Ids;
import vn.hoingo.messaging.InMemoryAggregates;

@WebMvcTest(ItineraryController.class)
@Import(ItineraryApiTests.InMemory.class)
class ItineraryApiTests {

    private static final UUID PARTNER = UUID.fromString("013fa48c-a885-7781-b484-2fa7456f3ece");
    private static final Instant NOON = Instant.parse("2026-09-22T05:00:00Z");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private InMemoryItineraries itineraries;

    private String path = "";

    @BeforeEach
    void aRecordedFlight() {
        Itinerary itinerary = Itinerary.record(
                Ids.fresh(),
                Ids.fresh(),
                PARTNER,
                Ids.fresh(),
                new Flight(
                        "VN0409",
                        "ICN",
                        "SGN",
                        null,
                        LocalDateTime.parse("2026-09-22T08:15"),
                        "Asia/Seoul",
                        LocalDateTime.parse("2026-09-22T13:35"),
                        "Asia/Ho_Chi_Minh"));
        itineraries.save(itinerary);
        path = "/api/logistics/itineraries/" + itinerary.id().value();
    }

    @Test
    void aDelayIsToldByTheClockOfTheAirport() throws Exception {
        mvc.perform(delay("{\"newArrival\": \"2026-09-23T00:20\"}").with(a("dispatcher")))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.lands").value("2026-09-23T00:20:00"))
                .andExpect(jsonPath("$.landsZone").value("Asia/Ho_Chi_Minh"))
                .andExpect(jsonPath("$.landsAt").value("2026-09-22T17:20:00Z"))
                .andExpect(jsonPath("$.scheduledAt").value("2026-09-22T06:35:00Z"))
                .andExpect(jsonPath("$.state").value("changed"))
                .andExpect(jsonPath("$.revision").value(2));
    }

    @Test
    void aDelayThatIsToldTwiceUnderOneKeyIsToldOnce() throws Exception {
        for (int times = 0; times < 2; times++) {
            mvc.perform(delay("{\"newArrival\": \"2026-09-22T15:35\"}")
                            .with(a("dispatcher"))
                            .header("Idempotency-Key", "delay-" + path))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.revision").value(2));
        }
        mvc.perform(delay("{\"newArrival\": \"2026-09-22T16:35\"}")
                        .with(a("dispatcher"))
                        .header("Idempotency-Key", "delay-" + path))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("/problems/idempotency-key-reused"));
    }

    @Test
    void aStaleDelayIsToldWhatChanged() throws Exception {
        mvc.perform(delay("{\"newArrival\": \"2026-09-22T15:35\"}").with(a("dispatcher")))
                .andExpect(status().isOk());
        mvc.perform(delay("{\"newArrival\": \"2026-09-22T16:35\"}")
                        .with(a("dispatcher"))
                        .header("If-Match", "\"1\""))
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.changes[0].facts[0]").value("logistics.flight-changed.v1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422",
                "{\"newArrival\": \"tomorrow\"} | 422",
                "{\"newArrival\": \"2026-09-22T15:35\", \"$where\": \"1\"} | 400",
                "{\"newArrival\": \"2026-09-22T15:35\", \"zone\": \"UTC\"} | 400",
                "{\"newArrival\": | 400"
            })
    void nonsenseIsRefused(String body, int status) throws Exception {
        mvc.perform(delay(body).with(a("dispatcher"))).andExpect(status().is(status));
    }

    @Test
    void noFlightLandsBeforeItDeparts() throws Exception {
        mvc.perform(delay("{\"newArrival\": \"2026-09-22T01:00\"}")
                        .with(a("dispatcher"))
                        .header("Accept-Language", "en"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value("Flight VN0409 cannot land before it departs."));
        mvc.perform(delay("{\"newArrival\": \"2026-09-22T01:00\"}").with(a("dispatcher")))
                .andExpect(jsonPath("$.detail").value("Chuyến bay VN0409 không thể hạ cánh trước khi cất cánh."));
    }

    @Test
    void onlyADispatcherTellsWhatBecameOfAFlight() throws Exception {
        mvc.perform(delay("{\"newArrival\": \"2026-09-22T15:35\"}")).andExpect(status().isUnauthorized());
        mvc.perform(delay("{\"newArrival\": \"2026-09-22T15:35\"}").with(focalPointOf(PARTNER)))
                .andExpect(status().isForbidden());
        mvc.perform(delay("{\"newArrival\": \"2026-09-22T15:35\"}").with(a("operations-watcher")))
                .andExpect(status().isForbidden());
    }

    @Test
    void aPartnerSeesItsOwnFlightsOnly() throws Exception {
        mvc.perform(get(path).with(focalPointOf(PARTNER))).andExpect(status().isOk());
        mvc.perform(get(path).with(focalPointOf(Ids.fresh()))).andExpect(status().isNotFound());
        mvc.perform(get("/api/logistics/itineraries/rubbish").with(a("dispatcher")))
                .andExpect(status().isNotFound());
    }

    @Test
    void aFlightThatIsCancelledDoesNotLand() throws Exception {
        mvc.perform(post(path + "/cancellation").with(a("dispatcher")))
                .andExpect(jsonPath("$.state").value("cancelled"));
        mvc.perform(post(path + "/landing").with(a("dispatcher")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/flight-was-cancelled"));
    }

    @Test
    void aLandingIsToldAfterItHappened() throws Exception {
        mvc.perform(post(path + "/landing")
                        .with(a("dispatcher"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"landedAt\": \"2026-09-22T05:00:01Z\"}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/landed-in-the-future"));
        mvc.perform(post(path + "/landing")
                        .with(a("dispatcher"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"landedAt\": \"2026-09-22T04:58:00Z\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.landedAt").value("2026-09-22T04:58:00Z"));
    }

    private MockHttpServletRequestBuilder delay(String body) {
        return post(path + "/delay").contentType(MediaType.APPLICATION_JSON).content(body);
    }

    @TestConfiguration
    static class InMemory {

        @Bean
        InMemoryItineraries itineraries() {
            return new InMemoryItineraries();
        }

        /** What is heard, and lists, are tried on a real store, in ArrivalsIT. */
        @Bean
        ItineraryDesk desk(Itineraries itineraries) {
            return new ItineraryDesk(itineraries, null, null, new Decisions(), null, Clock.fixed(NOON, ZoneOffset.UTC));
        }
    }

    static class InMemoryItineraries extends InMemoryAggregates<Itinerary, ItineraryId> implements Itineraries {

        @Override
        public List<Itinerary> findByDelegationIdOrderByIdAsc(UUID delegation) {
            return findAll().stream()
                    .filter(each -> each.delegationId().equals(delegation))
                    .toList();
        }

        @Override
        public List<Itinerary> findByEventIdOrderByIdAsc(UUID event) {
            return findAll().stream()
                    .filter(each -> each.eventId().equals(event))
                    .toList();
        }
    }
}
