package vn.hoingo.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.journeys.Api.all;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What follows from what, across all services of the running system, told by scripts. */
class StoryJourney {

    private final RunningSystem system = RunningSystem.get();
    private final Api api = Api.of(system);

    @Test
    void anApprovedDelegationIsMetInvitedAndToldAndAWithdrawalGivesEverythingBack() {
        Edition edition = Edition.open(api, "Alpha", 200);
        JsonNode delegation = edition.approved("Port Alpha");

        JsonNode arrival = edition.arrival(delegation, "confirmed");
        assertThat(arrival.get("vehicle").get("seats").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(arrival.get("interpreter").get("language").asString()).isEqualTo("ja");
        assertThat(edition.invitations(delegation, "sent", 2)).hasSize(2);
        letterTo(delegation, "delegation-approved");

        api.post("/api/delegations/" + id(delegation) + "/withdrawal", "{}");

        edition.arrival(delegation, "closed");
        assertThat(edition.invitations(delegation, "revoked", 2)).hasSize(2);
        assertThat(bookingsOf(arrival)).isEmpty();
    }

    @Test
    void approvedAndWithdrawnAtOnceLeavesNothingConfirmed() {
        Edition edition = Edition.open(api, "Bravo", 210);
        JsonNode delegation = edition.approved("Port Bravo");
        api.post("/api/delegations/" + id(delegation) + "/withdrawal", "{}");

        JsonNode arrival = edition.arrival(delegation, "closed");
        assertThat(bookingsOf(arrival)).isEmpty();
        edition.invitations(delegation, "sent", 0);
    }

    @Test
    void aReplacedHeadIsAskedAndTheOldOneNoLongerIs() {
        Edition edition = Edition.open(api, "Charlie", 220);
        JsonNode delegation = edition.approved("Port Charlie");
        JsonNode asked = edition.invitations(delegation, "sent", 2);
        String oldHead = asked.get(0).get("personId").asString();

        api.post("/api/delegations/" + id(delegation) + "/head", """
                {"member": {"kind": "head", "function": "Vice mayor", "rank": 6,
                 "person": {"passportName": "PORT CHARLIE SUCCESSOR", "nationality": "JP"}}}
                """);

        assertThat(edition.invitations(delegation, "revoked", 2)).hasSize(2);
        JsonNode now = edition.invitations(delegation, "sent", 2);
        assertThat(now.get(0).get("personId").asString()).isNotEqualTo(oldHead);
    }

    @Test
    void aDelayedFlightKeepsItsCarAndSaysWhenTheFirstObligationIsAtRisk() {
        Edition edition = Edition.open(api, "Delta", 230);
        JsonNode delegation = edition.approved("Port Delta");
        JsonNode arrival = edition.arrival(delegation, "confirmed");

        api.post(
                "/api/logistics/itineraries/" + arrival.get("itineraryId").asString() + "/delay",
                "{\"newArrival\": \"%sT08:30\"}".formatted(edition.day0()));

        JsonNode late = api.await("/api/logistics/arrivals/" + id(arrival), plan -> plan.get("atRisk")
                .asBoolean());
        assertThat(late.get("lands").asString()).startsWith(edition.day0() + "T08:30");
        assertThat(late.get("vehicle").get("resourceId").asString())
                .isEqualTo(arrival.get("vehicle").get("resourceId").asString());
        assertThat(api.get("/api/logistics/arrivals/" + id(arrival) + "/ways-out")
                        .get("items"))
                .isNotEmpty();
    }

    @Test
    void aMovedEventTakesActivitiesInvitationsAndPlansAlong() {
        Edition edition = Edition.open(api, "Echo", 240);
        JsonNode delegation = edition.approved("Port Echo");
        edition.arrival(delegation, "confirmed");
        edition.invitations(delegation, "sent", 2);

        api.post("/api/events/" + edition.id() + "/rescheduling", """
                {"window": {"start": "%sT08:00", "end": "%sT21:30", "zone": "Asia/Ho_Chi_Minh"}}
                """.formatted(
                        edition.day0().plusDays(7), edition.day0().plusDays(8)));

        api.await("/api/events/activities?event=" + edition.id(), page -> page.get("items")
                .get(0)
                .get("window")
                .get("start")
                .asString()
                .startsWith(edition.day0().plusDays(7).toString()));
        edition.arrival(delegation, "stale");
        api.await("/api/invitations?event=" + edition.id() + "&delegation=" + id(delegation), page -> all(page.get(
                        "items"))
                .allMatch(each -> each.get("revision").asInt() > 1));
    }

    @Test
    void aDeclinedSeatGoesToTheNextOnTheWaitlist() {
        Edition edition = Edition.open(api, "Foxtrot", 250);
        String dinner = edition.activity("dinner");
        JsonNode planned = api.get("/api/events/activities/" + dinner);
        api.put(
                "/api/events/activities/" + dinner,
                """
                {"kind": "dinner", "name": {"vi": "Tiệc", "en": "Dinner"}, "place": "Sảnh tiệc", "capacity": 1, "admission": "by-invitation",
                 "window": {"start": "%s", "end": "%s", "zone": "Asia/Ho_Chi_Minh"}}
                """.formatted(
                                planned.get("window").get("start").asString(),
                                planned.get("window").get("end").asString()),
                planned.get("version").asLong());
        api.await(
                "/api/invitations/seat-books/" + dinner,
                book -> book.get("capacity").asInt() == 1);
        JsonNode first = guest(dinner, "FIRST GUEST");
        JsonNode second = guest(dinner, "SECOND GUEST");
        Api guests = Api.guest(system);

        guests.post(answers(first) + "/acceptance", "{}");
        JsonNode waiting = guests.post(answers(second) + "/acceptance", "{}");
        assertThat(waiting.get("outcome").asString()).isEqualTo("waitlisted");
        guests.post(answers(first) + "/decline", "{}");

        api.await(
                "/api/invitations/waitlist?activity=" + dinner,
                list -> list.get("items").get(0).get("state").asString().equals("offered"));
        guests.post(answers(second) + "/acceptance", "{}");
        JsonNode book = api.await(
                "/api/invitations/seat-books/" + dinner,
                state -> state.get("taken").asInt() == 1);
        assertThat(book.get("held").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events",
                "delegations",
                "invitations",
                "logistics",
                "operations",
                "identity",
                "portal",
                "gateway",
                "broker",
                "store"
            })
    void aProcessThatDiesInTheMiddleLosesNothingAndNeedsNoHand(String process) {
        String name = "Golf " + process;
        Edition edition = Edition.open(api, name, 260 + process.length());
        JsonNode submitted = edition.submitted("Port " + name);
        api.post("/api/delegations/" + id(submitted) + "/review", "{}");

        api.post("/api/delegations/" + id(submitted) + "/approval", "{}");
        system.kill(process);

        edition.arrival(submitted, "confirmed", "needed", "drafted");
        assertThat(edition.invitations(submitted, "sent", 2)).hasSize(2);
        api.await("/api/operations/delegations/" + id(submitted) + "/timeline?limit=100", page -> all(page.get("items"))
                .anyMatch(fact -> fact.get("type").asString().equals("delegations.delegation-approved.v1")));
    }

    @Test
    void everythingThatHappenedIsOnTheTimelineWithItsCause() {
        Edition edition = Edition.open(api, "Hotel", 280);
        JsonNode delegation = edition.approved("Port Hotel");
        edition.arrival(delegation, "confirmed");
        JsonNode timeline = api.await(
                "/api/operations/delegations/" + id(delegation) + "/timeline?limit=100", page -> all(page.get("items"))
                        .anyMatch(fact -> fact.get("type").asString().equals("logistics.arrival-plan-confirmed.v1")));
        JsonNode approval = all(timeline.get("items"))
                .filter(fact -> fact.get("type").asString().equals("delegations.delegation-approved.v1"))
                .findFirst()
                .orElseThrow();

        JsonNode tree = api.await(
                "/api/operations/facts/" + id(approval) + "/consequences",
                answer -> answer.toString().contains("logistics.vehicle-assigned.v1")
                        && answer.toString().contains("invitations.invitation-sent.v1"));
        assertThat(tree.get("consequences")).isNotEmpty();
        assertThat(approval.get("actor").asString()).isEqualTo("demo-script");
    }

    @Test
    void theFlowOfEveryConsumerAddsUp() {
        Edition.open(api, "India", 290).approved("Port India");

        api.awaitQuiet();
    }

    private JsonNode guest(String activity, String name) {
        String person = id(api.post("/api/delegations/people", """
                {"passportName": "%s", "function": "Consul General", "rank": 6, "category": "consular-corps", "email": "%s@consulate.example"}
                """.formatted(
                        name, UUID.randomUUID().toString().substring(0, 8))));
        return api.post(
                "/api/invitations",
                "{\"personId\": \"%s\", \"activityId\": \"%s\", \"category\": \"consular-corps\"}"
                        .formatted(person, activity));
    }

    private String answers(JsonNode invitation) {
        String url = api.get("/api/invitations/" + id(invitation) + "/link")
                .get("url")
                .asString();
        return "/api/invitations/answers/" + url.substring(url.lastIndexOf('/') + 1);
    }

    private void letterTo(JsonNode delegation, String kind) {
        api.await("/api/invitations/letters?delegation=" + id(delegation) + "&kind=" + kind, page -> all(page.get(
                        "items"))
                .anyMatch(letter -> letter.get("state").asString().equals("sent")));
    }

    /** In whatever diary they stand. */
    private List<JsonNode> bookingsOf(JsonNode arrival) {
        return all(api.get("/api/logistics/diaries?limit=200").get("items"))
                .flatMap(diary -> all(diary.get("bookings")))
                .filter(booking -> booking.get("planId").asString().equals(id(arrival)))
                .toList();
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asString();
    }
}
