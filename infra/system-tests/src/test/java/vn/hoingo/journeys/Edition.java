package vn.hoingo.journeys;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** An edition of a journey's own, open for registration, and what journeys do again and again with it. */
final class Edition {

    private static int later;

    private final Api api;
    private final String id;
    private final LocalDate day0;

    private Edition(Api api, String id, LocalDate day0) {
        this.api = api;
        this.id = id;
        this.day0 = day0;
    }

    /** A Friendship Dialogue that begins in so many days. */
    static Edition open(Api api, String name, int inDays) {
        LocalDate day0 = LocalDate.now(ZoneOffset.UTC).plusDays(inDays + later);
        String id = api.post("/api/events", """
                        {"template": "friendship-dialogue", "day0": "%s", "edition": "%s", "venue": "Dinh Thống Nhất",
                         "name": {"vi": "Đối thoại %s", "en": "Dialogue %s"}}
                        """.formatted(day0, name, name, name))
                .get("id")
                .asString();
        api.post("/api/events/" + id + "/preparation", "{}");
        api.post(
                "/api/events/" + id + "/registration",
                "{\"closesAt\": \"%sT10:00:00Z\", \"membersPerDelegation\": 8}".formatted(day0.minusDays(3)));
        return new Edition(api, id, day0);
    }

    /** From now on every edition begins so many days later. */
    static void postponeAll(int days) {
        later = days;
    }

    String id() {
        return id;
    }

    LocalDate day0() {
        return day0;
    }

    /** The id of its activity of this kind. */
    String activity(String kind) {
        return Api.all(api.get("/api/events/activities?event=" + id).get("items"))
                .filter(activity -> activity.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    /** A partner that nobody else uses. */
    JsonNode partner(String name) {
        return api.post("/api/delegations/partners", """
                {"name": {"vi": "%s", "en": "%s"}, "kind": "locality", "countryCode": "JP",
                 "countryName": {"vi": "Nhật Bản", "en": "Japan"}, "language": "en",
                 "contactName": "Invented Person", "contactEmail": "%s@partner.example"}
                """.formatted(
                        name, name, UUID.randomUUID().toString().substring(0, 8)));
    }

    /** A delegation of a head and a delegate who land together on the eve, from its draft to its approval. */
    JsonNode approved(String partnerName) {
        JsonNode submitted = submitted(partnerName);
        String delegation = "/api/delegations/" + submitted.get("id").asString();
        api.post(delegation + "/review", "{}");
        return api.post(delegation + "/approval", "{}");
    }

    JsonNode submitted(String partnerName) {
        return registered(api, partner(partnerName), partnerName);
    }

    /** As {@link #submitted}, by the one who signs in for the partner. */
    JsonNode registered(Api focalPoint, JsonNode partner, String partnerName) {
        JsonNode draft = focalPoint.post(
                "/api/delegations",
                "{\"eventId\": \"%s\", \"partnerId\": \"%s\"}"
                        .formatted(id, partner.get("id").asString()));
        String delegation = "/api/delegations/" + draft.get("id").asString();
        UUID head = UUID.randomUUID();
        UUID delegate = UUID.randomUUID();
        focalPoint.put(
                delegation,
                """
                {"languages": ["ja"], "contact": {"name": "Invented", "email": "focal@partner.example"},
                 "members": [
                   {"memberId": "%s", "kind": "head", "function": "Mayor", "rank": 5,
                    "person": {"passportName": "%s HEAD", "nativeName": "市長", "nationality": "JP"}},
                   {"memberId": "%s", "kind": "delegate", "function": "Director", "rank": 8,
                    "person": {"passportName": "%s DELEGATE", "nationality": "JP"}}],
                 "parties": [{"memberIds": ["%s", "%s"], "luggage": 2, "flight":
                   {"number": "VN301", "origin": "NRT", "airport": "SGN", "terminal": "T2",
                    "departs": "%sT09:30", "departsZone": "Asia/Tokyo", "arrives": "%sT13:50", "arrivesZone": "Asia/Ho_Chi_Minh"}}]}
                """.formatted(
                                head,
                                letters(partnerName),
                                delegate,
                                letters(partnerName),
                                head,
                                delegate,
                                day0.minusDays(1),
                                day0.minusDays(1)),
                draft.get("version").asLong());
        return focalPoint.post(delegation + "/submission", "{}");
    }

    private static String letters(String name) {
        return name.replaceAll("[^A-Za-z ]", "").toUpperCase(java.util.Locale.ROOT);
    }

    /** What logistics has for a delegation, once it is so. */
    JsonNode arrival(JsonNode delegation, String... states) {
        String list = "/api/logistics/arrivals?event=" + id + "&delegation="
                + delegation.get("id").asString();
        return api.await(
                        list,
                        page -> page.get("items").size() == 1
                                && java.util.List.of(states)
                                        .contains(page.get("items")
                                                .get(0)
                                                .get("state")
                                                .asString()))
                .get("items")
                .get(0);
    }

    /** The invitations of a delegation, once that many are in this state. */
    JsonNode invitations(JsonNode delegation, String state, int many) {
        return api.await(
                        "/api/invitations?event=" + id + "&delegation="
                                + delegation.get("id").asString() + "&state=" + state,
                        page -> page.get("items").size() == many)
                .get("items");
    }
}
