package vn.hoingo.logistics.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.messaging.test.Callers.a;
import static vn.hoingo.messaging.test.Callers.focalPointOf;

import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.hoingo.logistics.Elsewhere;
import vn.hoingo.logistics.Elsewhere.Delegation;
import vn.hoingo.logistics.RunningLogistics;
import vn.hoingo.logistics.itinerary.ItineraryId;
import vn.hoingo.messaging.Ids;

/** What is heard, what follows from it, and what a dispatcher then sees; each test at an airport of its own. */
@RunningLogistics
class ArrivalsIT {

    private static final AtomicInteger AIRPORTS = new AtomicInteger();

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Elsewhere elsewhere;

    private final String airport = anAirport();

    @Test
    void anApprovedDelegationGetsItsCarAndItsInterpreterByItself() throws Exception {
        String van = vehicle("Xe 07", 16);
        String hana = interpreter("Hana", "ko");

        Delegation busan = elsewhere.delegation(airport, "ko").of("Busan").approved("2026-09-22T13:35:00");

        awaitState(busan, "confirmed");
        arrival(busan)
                .andExpect(jsonPath("$.vehicle.resourceId").value(van))
                .andExpect(jsonPath("$.vehicle.from").value("2026-09-22T06:35:00Z"))
                .andExpect(jsonPath("$.vehicle.until").value("2026-09-22T08:20:00Z"))
                .andExpect(jsonPath("$.interpreter.resourceId").value(hana))
                .andExpect(jsonPath("$.interpreter.language").value("ko"))
                .andExpect(jsonPath("$.partner.en").value("Busan"))
                .andExpect(jsonPath("$.people").value(5))
                .andExpect(jsonPath("$.seatsNeeded").value(7))
                .andExpect(jsonPath("$.lands").value("2026-09-22T13:35:00"))
                .andExpect(jsonPath("$.landsZone").value("Asia/Ho_Chi_Minh"))
                .andExpect(jsonPath("$.pickUpAt").value("2026-09-22T07:20:00Z"))
                .andExpect(jsonPath("$.pickUp").value("2026-09-22T14:20:00"));
        diary(van)
                .andExpect(jsonPath("$.bookings", hasSize(1)))
                .andExpect(jsonPath("$.bookings[0].state").value("confirmed"))
                .andExpect(jsonPath("$.bookings[0].partner.en").value("Busan"));
    }

    @Test
    void approvedTwiceItIsMetOnce() throws Exception {
        String van = vehicle("Xe 07", 16);
        Delegation busan = elsewhere
                .delegation(airport, "en")
                .approved("2026-09-22T13:35:00")
                .approved("2026-09-22T13:35:00");

        awaitState(busan, "confirmed");
        mvc.perform(get("/api/logistics/arrivals?delegation=" + busan.id).with(a("dispatcher")))
                .andExpect(jsonPath("$.items", hasSize(1)));
        diary(van).andExpect(jsonPath("$.bookings", hasSize(1)));
    }

    @Test
    void approvedAndWithdrawnAtOnceItLeavesNothingConfirmed() throws Exception {
        String van = vehicle("Xe 07", 16);
        Delegation busan = elsewhere
                .delegation(airport, "en")
                .approved("2026-09-22T13:35:00")
                .withdrawn();

        awaitState(busan, "closed");
        arrival(busan).andExpect(jsonPath("$.closedBecause").value("delegation-withdrawn"));
        awaitBookings(van, 0);
    }

    @Test
    void withdrawnBeforeItsApprovalIsHeardItLeavesNothingOpen() throws Exception {
        String van = vehicle("Xe 07", 16);
        Delegation late = elsewhere.delegation(airport, "en").withdrawnAs(5).approvedAs(3, "2026-09-22T13:35:00");
        Delegation after = elsewhere.delegation(airport, "en").approved("2026-09-29T13:35:00");

        awaitState(after, "confirmed");
        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    mvc.perform(get("/api/logistics/arrivals?delegation=" + late.id)
                                    .with(a("dispatcher")))
                            .andExpect(jsonPath("$.items", hasSize(0)));
                    diary(van).andExpect(jsonPath("$.bookings", hasSize(1)));
                });
    }

    @Test
    void aRevokedDelegationGivesEverythingBack() throws Exception {
        String van = vehicle("Xe 07", 16);
        Delegation busan = elsewhere.delegation(airport, "en").approved("2026-09-22T13:35:00");
        awaitState(busan, "confirmed");

        busan.revoked();

        awaitState(busan, "closed");
        awaitBookings(van, 0);
    }

    @Test
    void aPlanThatLacksAnInterpreterIsMendedWhenOneIsAdded() throws Exception {
        vehicle("Xe 07", 16);
        Delegation busan = elsewhere.delegation(airport, "ko").of("Busan").approved("2026-09-22T13:35:00");
        await(() -> arrival(busan)
                .andExpect(jsonPath("$.state").value("needed"))
                .andExpect(jsonPath("$.missing[0]").value("interpreter")));
        mvc.perform(get("/api/logistics/tasks?event=" + busan.event).with(a("dispatcher")))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].kind").value("interpreter-missing"))
                .andExpect(jsonPath("$.items[0].title.en").value("Busan has no interpreter"))
                .andExpect(jsonPath("$.items[0].title.vi").value("Busan chưa có phiên dịch"));

        interpreter("Hana", "ko", "ja");

        awaitState(busan, "confirmed");
        mvc.perform(get("/api/logistics/tasks?event=" + busan.event).with(a("dispatcher")))
                .andExpect(jsonPath("$.items", hasSize(0)));
    }

    @Test
    void whatIsHeldForAnIncompletePlanIsGivenToOneThatCanBeMet() throws Exception {
        String van = vehicle("Xe 07", 16);
        Delegation incomplete = elsewhere.delegation(airport, "km").approved("2026-09-22T13:35:00");
        await(() ->
                arrival(incomplete).andExpect(jsonPath("$.vehicle.resourceId").value(van)));

        Delegation busan = elsewhere.delegation(airport, "en").approved("2026-09-22T14:35:00");

        awaitState(busan, "confirmed");
        arrival(incomplete).andExpect(jsonPath("$.missing", hasSize(2)));
    }

    @Test
    void aDelayedPartyKeepsItsCarWhereItsDiaryAllows() throws Exception {
        String van = vehicle("Xe 07", 16);
        vehicle("Xe 08", 16);
        Delegation busan = elsewhere.delegation(airport, "en").approved("2026-09-22T13:35:00");
        awaitState(busan, "confirmed");
        String first = JsonPath.read(body(arrival(busan)), "$.vehicle.resourceId");

        delay(busan, "2026-09-23T00:20").andExpect(jsonPath("$.revision").value(2));

        await(() -> arrival(busan)
                .andExpect(jsonPath("$.state").value("confirmed"))
                .andExpect(jsonPath("$.lands").value("2026-09-23T00:20:00"))
                .andExpect(jsonPath("$.landsAt").value("2026-09-22T17:20:00Z"))
                .andExpect(jsonPath("$.delayMinutes").value(645))
                .andExpect(jsonPath("$.vehicle.resourceId").value(first))
                .andExpect(jsonPath("$.vehicle.from").value("2026-09-22T17:20:00Z")));
        mvc.perform(get("/api/logistics/arrivals?date=2026-09-23&delegation=" + busan.id)
                        .with(a("dispatcher")))
                .andExpect(jsonPath("$.items", hasSize(1)));
        mvc.perform(get("/api/logistics/arrivals?date=2026-09-22&delegation=" + busan.id)
                        .with(a("dispatcher")))
                .andExpect(jsonPath("$.items", hasSize(0)));
        assertThat(van).isNotEmpty();
    }

    @Test
    void aDelayedPartyGetsAnotherCarWhereItsOwnIsTaken() throws Exception {
        String van = vehicle("Xe 07", 16);
        Delegation osaka = elsewhere.delegation(airport, "en").of("Osaka").approved("2026-09-22T06:10:00");
        awaitState(osaka, "confirmed");
        Delegation bangkok = elsewhere.delegation(airport, "en").of("Bangkok").approved("2026-09-22T09:00:00");
        awaitState(bangkok, "confirmed");
        String other = vehicle("Xe 11", 16);

        delay(osaka, "2026-09-22T08:10").andExpect(status().isOk());

        await(() -> arrival(osaka)
                .andExpect(jsonPath("$.state").value("confirmed"))
                .andExpect(jsonPath("$.vehicle.resourceId").value(other)));
        await(() -> diary(van) // its own goes back once the other is taken
                .andExpect(jsonPath("$.bookings", hasSize(1)))
                .andExpect(jsonPath("$.bookings[0].partner.en").value("Bangkok")));
    }

    @Test
    void aPartyWouldMissTheOpeningAndThereAreWaysOut() throws Exception {
        vehicle("Xe 07", 16);
        Delegation osaka = elsewhere.delegation(airport, "en").of("Osaka").approved("2026-09-22T06:10:00");
        opening(osaka.event, "2026-09-22T10:00:00");
        await(() -> arrival(osaka)
                .andExpect(jsonPath("$.state").value("confirmed"))
                .andExpect(jsonPath("$.firstObligation.name.en").value("Opening"))
                .andExpect(jsonPath("$.atRisk").value(false)));

        delay(osaka, "2026-09-22T08:10").andExpect(status().isOk());

        await(() -> arrival(osaka).andExpect(jsonPath("$.atRisk").value(true)));
        String ways = body(mvc.perform(
                get("/api/logistics/arrivals/" + plan(osaka) + "/ways-out").with(a("dispatcher"))));
        assertThat(JsonPath.<String>read(ways, "$.items[0].kind")).isEqualTo("straight-to-venue");
        assertThat(JsonPath.<String>read(ways, "$.items[0].detail.en")).contains("09:55", "in time for 10:00");
        assertThat(JsonPath.<String>read(ways, "$.items[1].kind")).isEqualTo("join-later");

        mvc.perform(act(
                        JsonPath.read(ways, "$.items[0].act.path"),
                        "{\"kind\": \"" + JsonPath.read(ways, "$.items[0].act.body.kind") + "\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.atRisk").value(false))
                .andExpect(jsonPath("$.straightToVenue").value(true));
    }

    @Test
    void anotherHeadMakesThePlanStaleUntilADispatcherConfirmsIt() throws Exception {
        vehicle("Xe 07", 16);
        Delegation busan = elsewhere.delegation(airport, "en").approved("2026-09-22T13:35:00");
        awaitState(busan, "confirmed");

        busan.headReplaced(8);

        await(() -> arrival(busan)
                .andExpect(jsonPath("$.state").value("stale"))
                .andExpect(jsonPath("$.causes[0].code").value("head-replaced"))
                .andExpect(jsonPath("$.causes[0].text.vi").value("trưởng đoàn được thay"))
                .andExpect(jsonPath("$.entitlement").value("shared-van"))
                .andExpect(jsonPath("$.vehicle").exists()));
        mvc.perform(act("/api/logistics/arrivals/" + plan(busan) + "/confirmation", ""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("confirmed"));
    }

    @Test
    void aMovedEventMovesItsArrivalsAndFreesTheOldDates() throws Exception {
        String van = vehicle("Xe 07", 16);
        UUID event = event("2026-09-23T08:00:00");
        Delegation busan = elsewhere.delegation(airport, "en").to(event).approved("2026-09-22T13:35:00");
        opening(event, "2026-09-23T08:00:00");
        await(() -> arrival(busan)
                .andExpect(jsonPath("$.state").value("confirmed"))
                .andExpect(jsonPath("$.firstObligation.starts").value("2026-09-23T08:00:00")));

        reschedule(event, "2026-09-23T08:00:00", "2026-09-30T08:00:00", 2);
        reschedule(event, "2026-09-30T08:00:00", "2026-10-07T08:00:00", 3);

        await(() -> arrival(busan)
                .andExpect(jsonPath("$.state").value("stale"))
                .andExpect(jsonPath("$.tentative").value(true))
                .andExpect(jsonPath("$.causes[0].code").value("event-rescheduled"))
                .andExpect(jsonPath("$.lands").value("2026-10-06T13:35:00"))
                .andExpect(jsonPath("$.firstObligation.starts").value("2026-10-07T08:00:00")) // before it followed
                .andExpect(jsonPath("$.atRisk").value(false)));
        await(() -> diary(van)
                .andExpect(jsonPath("$.bookings", hasSize(1)))
                .andExpect(jsonPath("$.bookings[0].from").value("2026-10-06T06:35:00Z"))
                .andExpect(jsonPath("$.bookings[0].state").value("confirmed")));
    }

    @Test
    void anAmendedFlightIsMetAtItsNewTime() throws Exception {
        vehicle("Xe 07", 16);
        Delegation busan = elsewhere.delegation(airport, "en").approved("2026-09-22T13:35:00");
        awaitState(busan, "confirmed");

        busan.amended("2026-09-21T20:10:00");

        await(() -> arrival(busan)
                .andExpect(jsonPath("$.state").value("confirmed"))
                .andExpect(jsonPath("$.lands").value("2026-09-21T20:10:00"))
                .andExpect(jsonPath("$.delayMinutes").value(0)));
        await(() -> mvc.perform(
                        get("/api/logistics/itineraries?delegation=" + busan.id).with(a("dispatcher")))
                .andExpect(jsonPath("$.items[0].revision").value(2)));
    }

    @Test
    void nobodyIsMetForACancelledEvent() throws Exception {
        String van = vehicle("Xe 07", 16);
        UUID event = event("2026-09-23T08:00:00");
        Delegation busan = elsewhere.delegation(airport, "en").to(event).approved("2026-09-22T13:35:00");
        awaitState(busan, "confirmed");

        elsewhere.announce(event, "events.event-cancelled.v1", """
                {"eventId": "%s", "reason": "bão"}
                """.formatted(event));

        awaitState(busan, "closed");
        awaitBookings(van, 0);
    }

    @Test
    void aCarThatBreaksDownIsReplaced() throws Exception {
        String van = vehicle("Xe 07", 16);
        Delegation busan = elsewhere.delegation(airport, "en").approved("2026-09-22T13:35:00");
        awaitState(busan, "confirmed");
        String other = vehicle("Xe 11", 16);

        mvc.perform(act("/api/logistics/diaries/" + van + "/out-of-service", "{}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.inService").value(false));

        await(() -> arrival(busan)
                .andExpect(jsonPath("$.state").value("confirmed"))
                .andExpect(jsonPath("$.vehicle.resourceId").value(other)));
    }

    @Test
    void aCarChosenByHandIsRefusedInWordsThatNameWhoHasIt() throws Exception {
        String van = vehicle("Xe 07", 16);
        Delegation bangkok = elsewhere.delegation(airport, "en").of("Bangkok").approved("2026-09-22T13:35:00");
        awaitState(bangkok, "confirmed");
        String small = vehicle("Sedan 4", 4);
        Delegation osaka = elsewhere.delegation(airport, "en").of("Osaka").approved("2026-09-22T14:35:00");
        await(() -> arrival(osaka).andExpect(jsonPath("$.missing[0]").value("vehicle")));

        mvc.perform(act("/api/logistics/arrivals/" + plan(osaka) + "/vehicle", choice(van))
                        .header("Accept-Language", "en"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/already-booked"))
                .andExpect(jsonPath("$.detail")
                        .value(
                                "Xe 07 is taken by Bangkok from 22/09 13:35 to 15:20, and needs 30 minutes between two parties."
                                        + " Choose another one, or another time."));
        mvc.perform(act("/api/logistics/arrivals/" + plan(osaka) + "/vehicle", choice(small))
                        .header("Accept-Language", "en"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/too-few-seats"));
        mvc.perform(act(
                        "/api/logistics/arrivals/" + plan(osaka) + "/vehicle",
                        choice(Ids.fresh().toString())))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/resourceId"));

        String other = vehicle("Xe 11", 16);
        awaitState(osaka, "confirmed");
        String third = vehicle("Xe 12", 16);
        mvc.perform(act("/api/logistics/arrivals/" + plan(osaka) + "/vehicle", choice(third)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.vehicle.resourceId").value(third))
                .andExpect(jsonPath("$.state").value("confirmed"));
        awaitBookings(other, 0);
    }

    @Test
    void fromTheLandingToTheHotel() throws Exception {
        String van = vehicle("Xe 07", 16);
        Delegation busan = elsewhere.delegation(airport, "en").approved("2026-09-22T13:35:00");
        awaitState(busan, "confirmed");
        mvc.perform(act("/api/logistics/arrivals/" + plan(busan) + "/completion", ""))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/not-landed"));

        Instant landed = Instant.now().minusSeconds(60);
        mvc.perform(act(
                        "/api/logistics/itineraries/" + journey(busan) + "/landing",
                        "{\"landedAt\": \"" + landed + "\"}"))
                .andExpect(status().isOk());

        awaitState(busan, "running");
        await(() -> diary(van).andExpect(jsonPath("$.bookings[0].state").value("in-use")));
        mvc.perform(act("/api/logistics/arrivals/" + plan(busan) + "/completion", ""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("completed"));
        awaitBookings(van, 0);
    }

    @Test
    void aPartnerSeesItsOwnArrivalsAndNothingElse() throws Exception {
        vehicle("Xe 07", 16);
        Delegation busan = elsewhere.delegation(airport, "en").approved("2026-09-22T13:35:00");
        awaitState(busan, "confirmed");

        mvc.perform(get("/api/logistics/arrivals/" + plan(busan)).with(focalPointOf(busan.partner)))
                .andExpect(status().isOk());
        mvc.perform(get("/api/logistics/arrivals/" + plan(busan)).with(focalPointOf(Ids.fresh())))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/logistics/itineraries/" + journey(busan)).with(focalPointOf(Ids.fresh())))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/logistics/arrivals").with(focalPointOf(busan.partner)))
                .andExpect(jsonPath("$.items", hasSize(1)));
        mvc.perform(get("/api/logistics/arrivals").with(a("partner"))).andExpect(jsonPath("$.items", hasSize(0)));
        mvc.perform(act("/api/logistics/arrivals/" + plan(busan) + "/confirmation", "")
                        .with(focalPointOf(busan.partner)))
                .andExpect(status().isForbidden());
        mvc.perform(get("/api/logistics/diaries").with(focalPointOf(busan.partner)))
                .andExpect(status().isForbidden());
    }

    @Test
    void theConsequencesOfADelayAreSeenBeforeItIsSaid() throws Exception {
        vehicle("Xe 07", 16);
        Delegation osaka = elsewhere.delegation(airport, "en").of("Osaka").approved("2026-09-22T06:10:00");
        awaitState(osaka, "confirmed");

        mvc.perform(act("/api/logistics/previews", """
                        {"type": "logistics.flight-changed.v1", "fact": {"delegationId": "%s", "partyId": "%s", "arrives": "2026-09-22T08:10"}}
                        """.formatted(osaka.id, osaka.party)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].kind").value("pick-up"))
                .andExpect(jsonPath("$.items[0].title.en").value("Pick-up of Osaka moves to 22/09 08:55"))
                .andExpect(jsonPath("$.items[1].kind").value("same-car"))
                .andExpect(jsonPath("$.items[1].automatic").value(true));
        mvc.perform(act("/api/logistics/previews", """
                        {"type": "delegations.head-of-delegation-replaced.v1", "fact": {"delegationId": "%s", "newRank": 8, "oldRank": 5}}
                        """.formatted(osaka.id)))
                .andExpect(jsonPath("$.items[0].kind").value("entitlement"))
                .andExpect(jsonPath("$.items[1].kind").value("plan-stale"))
                .andExpect(jsonPath("$.items[1].automatic").value(false));
        mvc.perform(act("/api/logistics/previews", "{\"type\": \"logistics.flight-changed.v1\", \"fact\": {}}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/fact/delegationId"));
        mvc.perform(act("/api/logistics/previews", "{\"type\": \"events.event-cancelled.v1\", \"fact\": {}}"))
                .andExpect(jsonPath("$.items").isEmpty());
        arrival(osaka).andExpect(jsonPath("$.lands").value("2026-09-22T06:10:00"));
    }

    @Test
    void aStaleChoiceIsToldWhatChanged() throws Exception {
        String van = vehicle("Xe 07", 16);
        Delegation busan = elsewhere.delegation(airport, "en").approved("2026-09-22T13:35:00");
        awaitState(busan, "confirmed");
        String other = vehicle("Xe 11", 16);

        mvc.perform(act("/api/logistics/arrivals/" + plan(busan) + "/vehicle", choice(other))
                        .header("If-Match", "\"1\""))
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.changes").isNotEmpty());

        awaitBookings(other, 0);
        awaitBookings(van, 1);
    }

    @Test
    void theBoardIsPagedByKey() throws Exception {
        vehicle("Xe 07", 16);
        UUID event = Ids.fresh();
        Delegation first = elsewhere.delegation(airport, "en").to(event).approved("2026-09-22T06:10:00");
        Delegation second = elsewhere.delegation(airport, "en").to(event).approved("2026-09-22T13:10:00");
        awaitState(first, "confirmed");
        awaitState(second, "confirmed");

        String page = body(mvc.perform(get("/api/logistics?limit=1&state=confirmed&event=" + event)
                        .with(a("operations-watcher")))
                .andExpect(jsonPath("$.items[0].id").value(plan(first).toString()))
                .andExpect(header().exists("Link")));
        mvc.perform(get("/api/logistics?limit=1&state=confirmed&event=" + event + "&after="
                                + JsonPath.read(page, "$.next"))
                        .with(a("operations-watcher")))
                .andExpect(jsonPath("$.items[0].id").value(plan(second).toString()))
                .andExpect(jsonPath("$.next").doesNotExist());
        mvc.perform(get("/api/logistics?state=cancelled").with(a("dispatcher")))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/state"));
    }

    // -----------------------------------------------------------------------------------------------------------------

    private String vehicle(String label, int seats) throws Exception {
        return added("{\"kind\": \"vehicle\", \"label\": \"%s\", \"seats\": %d, \"airport\": \"%s\"}"
                .formatted(label, seats, airport));
    }

    private String interpreter(String name, String... languages) throws Exception {
        return added("{\"kind\": \"interpreter\", \"label\": \"%s\", \"languages\": [\"%s\"], \"airport\": \"%s\"}"
                .formatted(name, String.join("\", \"", languages), airport));
    }

    private String added(String body) throws Exception {
        return JsonPath.read(
                body(mvc.perform(act("/api/logistics/diaries", body)).andExpect(status().isCreated())), "$.id");
    }

    private UUID event(String start) {
        UUID event = Ids.fresh();
        elsewhere.announce(event, "events.event-drafted.v1", """
                {"eventId": "%s", "series": "FD", "edition": "2026", "name": {"vi": "Đối thoại", "en": "Dialogue"},
                 "window": {"start": "%s", "end": "2026-12-31T21:30:00", "zone": "Asia/Ho_Chi_Minh"}, "venue": "Sala", "revision": 1}
                """.formatted(event, start));
        return event;
    }

    private void reschedule(UUID event, String from, String to, int revision) {
        elsewhere.announce(event, "events.event-rescheduled.v1", """
                {"eventId": "%s", "old": {"start": "%s", "end": "2026-12-31T21:30:00", "zone": "Asia/Ho_Chi_Minh"},
                 "new": {"start": "%s", "end": "2026-12-31T21:30:00", "zone": "Asia/Ho_Chi_Minh"}, "revision": %d}
                """.formatted(event, from, to, revision));
    }

    private void opening(UUID event, String start) {
        UUID activity = Ids.fresh();
        elsewhere.announce(activity, "events.activity-added.v1", """
                {"activityId": "%s", "eventId": "%s", "name": {"vi": "Khai mạc", "en": "Opening"}, "kind": "plenary",
                 "window": {"start": "%s", "end": "2026-09-22T11:30:00", "zone": "Asia/Ho_Chi_Minh"}, "place": "Sala",
                 "capacity": 300, "admission": "open", "revision": 1}
                """.formatted(activity, event, start));
    }

    private ResultActions delay(Delegation delegation, String newArrival) throws Exception {
        return mvc.perform(act(
                "/api/logistics/itineraries/" + journey(delegation) + "/delay",
                "{\"newArrival\": \"" + newArrival + "\"}"));
    }

    private ResultActions arrival(Delegation delegation) throws Exception {
        return mvc.perform(get("/api/logistics/arrivals/" + plan(delegation)).with(a("dispatcher")));
    }

    private ResultActions diary(String id) throws Exception {
        return mvc.perform(get("/api/logistics/diaries/" + id).with(a("dispatcher")));
    }

    private void awaitState(Delegation delegation, String state) {
        await(() -> arrival(delegation).andExpect(jsonPath("$.state").value(state)));
    }

    private void awaitBookings(String diary, int bookings) {
        await(() -> diary(diary).andExpect(jsonPath("$.bookings", hasSize(bookings))));
    }

    private static void await(org.awaitility.core.ThrowingRunnable expectation) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreException(PathNotFoundException.class)
                .untilAsserted(expectation);
    }

    private static UUID plan(Delegation delegation) {
        return ArrivalPlanId.of(delegation.id, delegation.party).value();
    }

    private static UUID journey(Delegation delegation) {
        return ItineraryId.of(delegation.id, delegation.party).value();
    }

    private static String choice(String resource) {
        return "{\"resourceId\": \"" + resource + "\"}";
    }

    private static MockHttpServletRequestBuilder act(String path, String body) {
        MockHttpServletRequestBuilder request = post(path).with(a("dispatcher"));
        return body.isEmpty()
                ? request
                : request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static String body(ResultActions answered) throws Exception {
        return answered.andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String anAirport() {
        int number = AIRPORTS.getAndIncrement();
        return "" + (char) ('A' + number / 26 % 26) + (char) ('A' + number % 26) + "X";
    }
}
