package vn.hoingo.faults.storm;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One who works on while everything breaks: opens editions, registers delegations, asks guests to the last seats, and answers for them. */
final class Client implements Runnable {

    /** Days from now; cars and interpreters are scarce, and other journeys need theirs. */
    private static final int FAR_AHEAD = 700;

    private final String name;
    private final Door door;
    private final Random random;
    private final String dinner;
    private final String event;
    private final BooleanSupplier isOver;
    private int number;

    /**
     * @param event an edition that is open for registration
     * @param dinner an activity with few seats
     */
    Client(String name, Door door, long seed, String event, String dinner, BooleanSupplier isOver) {
        this.name = name;
        this.door = door;
        this.random = new Random(seed);
        this.event = event;
        this.dinner = dinner;
        this.isOver = isOver;
    }

    @Override
    public void run() {
        while (!isOver.getAsBoolean()) {
            number++;
            switch (random.nextInt(10)) {
                case 0 -> opens(name + "-" + number);
                case 1, 2, 3, 4 -> registers("Port " + name + " " + number);
                default -> answersFor("GUEST " + family());
            }
        }
    }

    /** An edition of the Friendship Dialogue, sometimes repeated, open for registration; null when it was not to be. */
    @Nullable
    String opens(String edition) {
        LocalDate day0 = LocalDate.now(ZoneOffset.UTC).plusDays(FAR_AHEAD + random.nextInt(60));
        JsonNode drafted =
                says("/api/events", """
                {"template": "friendship-dialogue", "day0": "%s", "edition": "%s", "venue": "Dinh Thống Nhất",
                 "name": {"vi": "Đối thoại %s", "en": "Dialogue %s"}}
                """.formatted(day0, edition, edition, edition), "events.event-drafted.v1");
        if (drafted == null) {
            return null;
        }
        String path = "/api/events/" + id(drafted);
        says(path + "/preparation", "{}", "events.event-prepared.v1");
        says(
                path + "/registration",
                "{\"closesAt\": \"%sT10:00:00Z\", \"membersPerDelegation\": 8}".formatted(day0.minusDays(3)),
                "events.registration-opened.v1");
        if (random.nextInt(3) == 0) {
            says(
                    path + "/clones",
                    "{\"day0\": \"%s\", \"edition\": \"%s\"}".formatted(day0.plusYears(1), edition + "c"),
                    "events.event-drafted.v1");
        }
        return id(drafted);
    }

    /** A delegation of a partner of its own, from its draft to its approval, and sometimes to its withdrawal. */
    private void registers(String port) {
        JsonNode partner = partner(port);
        if (partner != null) {
            delegates(partner);
        }
    }

    /** A partner that sends one delegation; answers the partner. */
    String registersAPartner() {
        JsonNode partner = partner("Haven " + name);
        if (partner == null) {
            throw new IllegalStateException("no partner was registered");
        }
        delegates(partner);
        return id(partner);
    }

    private @Nullable JsonNode partner(String port) {
        return says(
                "/api/delegations/partners",
                """
                {"name": {"vi": "%s", "en": "%s"}, "kind": "locality", "countryCode": "JP",
                 "countryName": {"vi": "Nhật Bản", "en": "Japan"}, "language": "en",
                 "contactName": "Invented Person", "contactEmail": "%s@partner.example"}
                """.formatted(port, port, port.replace(' ', '-').toLowerCase(Locale.ROOT)),
                "delegations.partner-registered.v1");
    }

    private void delegates(JsonNode partner) {
        JsonNode draft = says(
                "/api/delegations",
                "{\"eventId\": \"%s\", \"partnerId\": \"%s\"}".formatted(event, id(partner)),
                "delegations.delegation-drafted.v1");
        if (draft == null) {
            return;
        }
        String path = "/api/delegations/" + id(draft);
        door.edit(name, path, members(), draft.get("version").asLong());
        if (says(path + "/submission", "{}", "delegations.delegation-submitted.v1") == null) {
            return;
        }
        says(path + "/review", "{}", null);
        says(path + "/approval", "{}", "delegations.delegation-approved.v1");
        if (random.nextInt(4) == 0) {
            says(path + "/withdrawal", "{}", "delegations.delegation-withdrawn.v1");
        }
    }

    private String members() {
        LocalDate eve = LocalDate.now(ZoneOffset.UTC).plusDays(FAR_AHEAD - 1);
        UUID head = new UUID(random.nextLong(), random.nextLong());
        UUID delegate = new UUID(random.nextLong(), random.nextLong());
        return """
        {"languages": ["ja"], "contact": {"name": "Invented", "email": "focal@partner.example"},
         "members": [
           {"memberId": "%s", "kind": "head", "function": "Mayor", "rank": 5,
            "person": {"passportName": "HEAD %s", "nationality": "JP"}},
           {"memberId": "%s", "kind": "delegate", "function": "Director", "rank": 8,
            "person": {"passportName": "DELEGATE %s", "nationality": "JP"}}],
         "parties": [{"memberIds": ["%s", "%s"], "luggage": 2, "flight":
           {"number": "VN301", "origin": "NRT", "airport": "SGN", "terminal": "T2",
            "departs": "%sT09:30", "departsZone": "Asia/Tokyo", "arrives": "%sT13:50", "arrivesZone": "Asia/Ho_Chi_Minh"}}]}
        """.formatted(head, family(), delegate, family(), head, delegate, eve, eve);
    }

    /** A guest is asked to the dinner and says yes, and sometimes no after that. */
    private void answersFor(String guest) {
        JsonNode person =
                says("/api/delegations/people", """
                {"passportName": "%s", "function": "Consul General", "rank": 6, "category": "consular-corps",
                 "email": "%s-%d@consulate.example"}
                """.formatted(guest, name, number), "delegations.person-registered.v1");
        JsonNode invitation = person == null
                ? null
                : says(
                        "/api/invitations",
                        "{\"personId\": \"%s\", \"activityId\": \"%s\", \"category\": \"consular-corps\"}"
                                .formatted(id(person), dinner),
                        "invitations.invitation-sent.v1");
        if (invitation == null) {
            return;
        }
        String path = "/api/invitations/" + id(invitation);
        says(path + "/acceptance", "{\"channel\": \"phone\"}", null);
        if (random.nextInt(3) == 0) {
            says(path + "/decline", "{\"channel\": \"phone\"}", "invitations.guest-declined.v1");
        }
    }

    private @Nullable JsonNode says(String path, String body, @Nullable String promised) {
        return door.command(name, random, path, body, promised);
    }

    /** People of one name would be taken for one person: ours are called by who registers them, and when. */
    private String family() {
        return (name + "-" + number)
                .chars()
                .map(each -> Character.isDigit(each) ? 'P' + each - '0' : Character.toUpperCase(each))
                .mapToObj(each -> each == '-' ? " " : String.valueOf((char) each))
                .reduce("", String::concat);
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asString();
    }
}
