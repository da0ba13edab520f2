package vn.hoingo.faults.crash;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.internal.UuidHelper;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.hoingo.faults.crash.Shape.Deed;
import vn.hoingo.faults.storm.Door;
import vn.hoingo.journeys.RunningSystem;

/** A command of each shape, each in a service of its own as far as there are enough, so that they can be given side by side. */
final class Shapes {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration UNTIL_DUE = Duration.ofSeconds(3);
    private static final int ACTIVITIES = 5;

    private final RunningSystem system;
    private final Door door;
    private final LocalDate day0 = LocalDate.now(ZoneOffset.UTC).plusDays(500);
    private final String edition;
    private final String dinner;

    /** @param mark tells this run from others */
    Shapes(RunningSystem system, Door door, String mark) {
        this.system = system;
        this.door = door;
        this.edition = prepared(mark);
        must(
                mark,
                "/api/events/" + edition + "/registration",
                "{\"closesAt\": \"%sT10:00:00Z\", \"membersPerDelegation\": 8}".formatted(day0.minusDays(3)));
        this.dinner = activities(edition)
                .filter(activity -> activity.get("kind").asString().equals("dinner"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
        await("the dinner is known", () -> door.look("/api/invitations/seat-books/" + dinner) != null);
    }

    List<Shape> all() {
        Predicate<Point> anything = point -> true;
        return List.of(
                new Shape("create", "logistics", true, anything, this::aCar),
                new Shape("change", "logistics", true, anything, this::aCarOutOfService),
                new Shape("change with an arbiter", "delegations", true, anything, this::aSubmission),
                new Shape("reaction", "events", true, Shapes::followsAnEvent, this::anEventThatMoves),
                new Shape("timed", "invitations", false, Shapes::isAboutDates, this::anInvitationThatExpires));
    }

    private static boolean followsAnEvent(Point point) {
        return !point.door().contains("Controller.") && !point.door().startsWith("Relay events.event");
    }

    private static boolean isAboutDates(Point point) {
        return point.door().equals("invitation.Deadlines.becameDue")
                || point.door().equals("DueDates.once")
                || point.door().equals("Relay invitations.invitation-expired.v1");
    }

    private Deed aCar(String mark) {
        return new Deed("/api/logistics/diaries", """
                {"kind": "vehicle", "label": "%s", "seats": 1, "airport": "ZZZ"}""".formatted(mark));
    }

    private Deed aCarOutOfService(String mark) {
        Deed car = aCar(mark);
        return new Deed("/api/logistics/diaries/" + id(must(mark, car.path(), car.body())) + "/out-of-service", "{}");
    }

    private Deed aSubmission(String mark) {
        JsonNode partner = must(mark, "/api/delegations/partners", """
                {"name": {"vi": "%1$s", "en": "%1$s"}, "kind": "locality", "countryCode": "JP",
                 "countryName": {"vi": "Nhật Bản", "en": "Japan"}, "language": "en",
                 "contactName": "Invented Person", "contactEmail": "%1$s@partner.example"}
                """.formatted(mark));
        JsonNode draft = must(
                mark,
                "/api/delegations",
                "{\"eventId\": \"%s\", \"partnerId\": \"%s\"}".formatted(edition, id(partner)));
        String path = "/api/delegations/" + id(draft);
        door.edit(
                mark,
                path,
                """
                {"languages": ["ja"], "contact": {"name": "Invented", "email": "focal@partner.example"},
                 "members": [
                   {"memberId": "%1$s", "kind": "head", "function": "Mayor", "rank": 5,
                    "person": {"passportName": "HEAD %3$s", "nationality": "JP"}},
                   {"memberId": "%2$s", "kind": "delegate", "function": "Director", "rank": 8,
                    "person": {"passportName": "DELEGATE %3$s", "nationality": "JP"}}],
                 "parties": []}
                """.formatted(UUID.randomUUID(), UUID.randomUUID(), mark),
                draft.get("version").asLong());
        return new Deed(path + "/submission", "{}");
    }

    private Deed anEventThatMoves(String mark) {
        String event = prepared(mark);
        await("the programme of " + mark, () -> activities(event).count() == ACTIVITIES);
        return new Deed("/api/events/" + event + "/rescheduling", """
                {"window": {"start": "%sT08:00", "end": "%sT21:30", "zone": "Asia/Ho_Chi_Minh"}}
                """.formatted(day0.plusDays(7), day0.plusDays(8)));
    }

    private Deed anInvitationThatExpires(String mark) {
        JsonNode person = must(mark, "/api/delegations/people", """
                {"passportName": "%s", "function": "Consul General", "rank": 6, "category": "consular-corps"}
                """.formatted(mark));
        return new Deed(
                "/api/invitations",
                """
                {"personId": "%s", "activityId": "%s", "category": "consular-corps", "answerBy": "%s"}
                """.formatted(id(person), dinner, Instant.now().plus(UNTIL_DUE)),
                invitation -> system.documents("invitations", "invitations").stream()
                        .anyMatch(each -> id(each).equals(invitation)
                                && "EXPIRED".equals(each.getString("status"))
                                && each.getList("outbox", Document.class).isEmpty()));
    }

    private String prepared(String mark) {
        String event = id(must(mark, "/api/events", """
                {"template": "friendship-dialogue", "day0": "%1$s", "edition": "%2$s", "venue": "Dinh Thống Nhất",
                 "name": {"vi": "%2$s", "en": "%2$s"}}
                """.formatted(day0, mark)));
        must(mark, "/api/events/" + event + "/preparation", "{}");
        return event;
    }

    private Stream<JsonNode> activities(String event) {
        JsonNode[] page = new JsonNode[1];
        await("activities of " + event, () -> {
            page[0] = door.look("/api/events/activities?event=" + event);
            return page[0] != null && page[0].get("items").size() == ACTIVITIES;
        });
        return StreamSupport.stream(page[0].get("items").spliterator(), false);
    }

    private JsonNode must(String mark, String path, String body) {
        UUID trace = UUID.randomUUID();
        @Nullable
        JsonNode answer = door.command(
                mark,
                mark + "-" + path.hashCode(),
                "00-" + trace.toString().replace("-", "") + "-00000000000000ff-01",
                path,
                body,
                null);
        if (answer == null) {
            throw new IllegalStateException(path + " was refused to " + mark);
        }
        return answer;
    }

    private static void await(String what, BooleanSupplier isSo) {
        if (!Door.until(PATIENCE, isSo)) {
            throw new IllegalStateException("not in time: " + what);
        }
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asString();
    }

    /** Of an aggregate as it lies in the store. */
    static String id(Document document) {
        return document.get("_id") instanceof Binary id
                ? UuidHelper.decodeBinaryToUuid(id.getData(), id.getType(), UuidRepresentation.STANDARD)
                        .toString()
                : String.valueOf(document.get("_id")).toLowerCase(Locale.ROOT);
    }
}
