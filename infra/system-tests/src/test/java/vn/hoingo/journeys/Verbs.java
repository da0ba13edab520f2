package vn.hoingo.journeys;

import static vn.hoingo.journeys.Api.all;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What staff and guests can do and no other journey of scripts does; for a {@link Walk}, which wants everything done once. */
class Verbs {

    private static final String BECAUSE = "{\"reason\": \"It was said on the walk\"}";
    private static final String BY_PHONE = "{\"channel\": \"phone\"}";

    private final RunningSystem system = RunningSystem.get();
    private final Api api = Api.of(system);
    private final String mark =
            UUID.randomUUID().toString().replaceAll("[^a-f]", "").toUpperCase(Locale.ROOT) + "X";

    @Test
    void anEventIsDescribedPostponedAndCancelled() {
        Edition edition = Edition.open(api, "Kilo " + mark, 600);
        edition.approved("Port Kilo " + mark);
        String path = "/api/events/" + edition.id();
        JsonNode event = api.get(path);
        api.put(path, """
                {"edition": "%1$s", "name": {"vi": "Kilo %1$s", "en": "Kilo %1$s"}, "venue": "Thisky Hall Sala"}
                """.formatted(mark), event.get("version").asLong());
        api.post(
                path + "/clones",
                "{\"day0\": \"%s\", \"edition\": \"%sc\"}"
                        .formatted(edition.day0().plusYears(1), mark));
        api.post(path + "/registration-closing", "{}");
        api.post(path + "/postponement", BECAUSE);
        api.post(path + "/cancellation", BECAUSE);
    }

    @Test
    void aPermitIsAskedForGivenBackAndGranted() {
        Edition edition = Edition.open(api, "Lima " + mark, 610);
        String path = "/api/events/" + edition.id() + "/permit";
        api.await(path, permit -> permit.has("state"));
        api.post(path + "/topics", "{\"topics\": [\"sovereignty\"]}");
        String dossier = dossier();
        api.post(path + "/dossier", dossier);
        api.post(path + "/return", BECAUSE);
        api.post(path + "/dossier", dossier);
        api.post(
                path + "/grant",
                "{\"decisionNumber\": \"7/QD\", \"decidedOn\": \"%s\"}".formatted(LocalDate.now(ZoneOffset.UTC)));
    }

    @Test
    void aPermitIsRefused() {
        Edition edition = Edition.open(api, "Lima No " + mark, 620);
        String path = "/api/events/" + edition.id() + "/permit";
        api.await(path, permit -> permit.has("state"));
        api.post(path + "/dossier", dossier());
        api.post(path + "/refusal", BECAUSE);
    }

    private static String dossier() {
        return "{\"submittedOn\": \"%s\", \"gap\": \"Its papers are not what this is about\"}"
                .formatted(LocalDate.now(ZoneOffset.UTC));
    }

    @Test
    void anActivityIsAddedAndDropped() {
        Edition edition = Edition.open(api, "Mike " + mark, 630);
        JsonNode delegation = edition.approved("Port Mike " + mark);
        edition.invitations(delegation, "sent", 2);
        JsonNode added = api.post("/api/events/activities", """
                {"eventId": "%s", "activity": {"kind": "dinner", "name": {"vi": "Tiệc", "en": "Late dinner"}, "place": "Sảnh",
                 "capacity": 40, "admission": "by-invitation",
                 "window": {"start": "%2$sT12:00", "end": "%2$sT13:00", "zone": "Asia/Ho_Chi_Minh"}}}
                """.formatted(edition.id(), edition.day0()));
        api.await("/api/invitations/seat-books/" + id(added), book -> book.has("capacity"));
        api.post("/api/events/activities/" + id(added) + "/dropping", BECAUSE);
    }

    @Test
    void aDelegationIsAskedForChangesAndRejected() {
        Edition edition = Edition.open(api, "November " + mark, 640);
        String path = "/api/delegations/" + id(edition.submitted("Port November " + mark));
        api.post(path + "/review", "{}");
        api.post(path + "/change-requests", "{\"note\": \"A title is missing\"}");
        api.post(path + "/submission", "{}");
        api.post(path + "/review", "{}");
        api.post(path + "/rejection", BECAUSE);
    }

    @Test
    void anApprovedDelegationChangesItsMembersAndIsRevoked() {
        Edition edition = Edition.open(api, "Oscar " + mark, 650);
        JsonNode approved = edition.approved("Port Oscar " + mark);
        String path = "/api/delegations/" + id(approved);
        edition.arrival(approved, "confirmed", "needed", "drafted");
        String member = """
                {"kind": "delegate", "function": "Director", "rank": 8,
                 "person": {"passportName": "OSCAR %s %s", "nationality": "JP"}}
                """;
        JsonNode more = api.post(path + "/members", member.formatted("MORE", mark));
        String delegate = all(more.get("members"))
                .filter(each -> each.get("kind").asString().equals("delegate"))
                .findFirst()
                .orElseThrow()
                .get("memberId")
                .asString();
        api.post(path + "/accreditations", "{\"zones\": [\"general\"]}");
        JsonNode badges = api.await("/api/delegations/accreditations?event=" + edition.id(), page -> !page.get("items")
                .isEmpty());
        String badge =
                "/api/delegations/accreditations/" + id(badges.get("items").get(0));
        api.post(badge + "/zones", "{\"zones\": [\"general\", \"plenary\"]}");
        api.post(badge + "/reprint", "{}");
        api.post(badge + "/revocation", "{\"reason\": \"lost\"}");
        api.post(path + "/members/" + delegate + "/replacement", member.formatted("OTHER", mark));
        JsonNode now = api.get(path);
        String leaves = all(now.get("members"))
                .filter(each -> each.get("kind").asString().equals("delegate"))
                .map(each -> each.get("memberId").asString())
                .collect(Collectors.toList())
                .getLast();
        api.post(path + "/members/" + leaves + "/withdrawal", "{}");
        api.post(path + "/revocation", BECAUSE);
        edition.arrival(approved, "closed");
    }

    @Test
    void aFlightIsCancelled() {
        Edition edition = Edition.open(api, "Papa " + mark, 660);
        JsonNode arrival = edition.arrival(edition.approved("Port Papa " + mark), "confirmed", "needed", "drafted");
        api.post("/api/logistics/itineraries/" + arrival.get("itineraryId").asString() + "/cancellation", "{}");
    }

    @Test
    void aCarIsAddedTakenOutOfServiceAndComesBack() {
        String car = "/api/logistics/diaries/" + id(api.post("/api/logistics/diaries", """
                {"kind": "vehicle", "label": "%s", "seats": 1, "airport": "ZZZ"}""".formatted(mark)));
        api.post(car + "/out-of-service", "{}");
        api.post(car + "/return", "{}");
    }

    @Test
    void guestsAnswerByPhoneAndSendSubstitutes() {
        Edition edition = Edition.open(api, "Quebec " + mark, 670);
        String dinner = edition.activity("dinner");
        api.await("/api/invitations/seat-books/" + dinner, book -> book.has("capacity"));
        String first = guest(dinner, "QUEBEC ONE " + mark, true);
        api.post(first + "/sending", "{}");
        api.post(first + "/tentative", BY_PHONE);
        api.post(first + "/acceptance", BY_PHONE);
        api.post(first + "/decline", BY_PHONE);
        for (String decision : new String[] {"substitute-acceptance", "substitute-refusal"}) {
            String invitation = guest(dinner, "QUEBEC " + decision.replace('-', ' ') + " " + mark, false);
            api.post(invitation + "/substitute", """
                    {"name": "Invented Deputy", "function": "Deputy", "contact": "deputy@consulate.example", "channel": "phone"}
                    """);
            api.post(invitation + "/" + decision, "{}");
        }
        String revoked = guest(dinner, "QUEBEC LAST " + mark, false);
        api.post(revoked + "/link-revocation", "{}");
        api.post(revoked + "/revocation", "{}");
    }

    @Test
    void aPartnerAndAPersonChangeAndOneIsForgotten() {
        Edition edition = Edition.open(api, "Romeo " + mark, 680);
        JsonNode partner = edition.partner("Port Romeo " + mark);
        api.put(
                "/api/delegations/partners/" + id(partner),
                """
                {"name": {"vi": "Romeo %1$s", "en": "Romeo %1$s"}, "kind": "locality", "countryCode": "JP",
                 "countryName": {"vi": "Nhật Bản", "en": "Japan"}, "language": "vi"}
                """.formatted(mark),
                partner.get("version").asLong());
        api.post("/api/delegations/quotas", """
                {"eventId": "%s", "partnerId": "%s", "members": 20, "reason": "Old friends"}
                """.formatted(edition.id(), id(partner)));
        api.post("/api/invitations/letters/registration-opened", """
                {"eventId": "%s", "partnerIds": ["%s"]}""".formatted(edition.id(), id(partner)));
        String person = """
                {"passportName": "ROMEO %s", "function": "Consul", "rank": %d, "category": "consular-corps"}""";
        JsonNode known = api.post("/api/delegations/people", person.formatted(mark, 6));
        String path = "/api/delegations/people/" + id(known);
        api.put(path, person.formatted(mark, 5), known.get("version").asLong());
        api.post(path + "/erasure", "{}");
        api.post("/api/delegations/check-in/points", """
                {"eventId": "%s", "name": {"vi": "Cửa", "en": "Door"}, "zone": "general"}""".formatted(edition.id()));
    }

    private String guest(String activity, String name, boolean draft) {
        String person = id(api.post("/api/delegations/people", """
                {"passportName": "%s", "function": "Consul General", "rank": 6, "category": "consular-corps",
                 "email": "%s@consulate.example"}
                """.formatted(
                name.toUpperCase(Locale.ROOT), UUID.randomUUID().toString().substring(0, 8))));
        return "/api/invitations/" + id(api.post("/api/invitations", """
                {"personId": "%s", "activityId": "%s", "category": "consular-corps", "draft": %s}
                """.formatted(person, activity, draft)));
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asString();
    }
}
