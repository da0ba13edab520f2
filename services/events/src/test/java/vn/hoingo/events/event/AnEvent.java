package vn.hoingo.events.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;

/** An edition of the Friendship Dialogue, 23 and 24 September 2026, brought to where a test needs it by its own verbs. */
public final class AnEvent {

    public static final EventId ID = new EventId(UUID.fromString("0192f000-0000-7000-8000-000000000001"));
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    public static final Window SEPTEMBER =
            new Window(LocalDateTime.parse("2026-09-23T08:00"), LocalDateTime.parse("2026-09-24T21:30"), ZONE);
    public static final Window OCTOBER =
            new Window(LocalDateTime.parse("2026-10-07T08:00"), LocalDateTime.parse("2026-10-08T21:30"), ZONE);
    public static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    public static final Instant DEADLINE = Instant.parse("2026-09-01T10:00:00Z");

    private AnEvent() {}

    public static Event drafted() {
        return Event.draft(
                ID,
                new Event.Outline(
                        "FD",
                        "2026",
                        new Words("Đối thoại Hữu nghị 2026", "Friendship Dialogue 2026"),
                        SEPTEMBER,
                        "Dinh Thống Nhất",
                        "friendship-dialogue",
                        null));
    }

    static Event inPreparation() {
        Event event = drafted();
        event.prepare();
        return event;
    }

    static Event openForRegistration() {
        Event event = inPreparation();
        event.openRegistration(DEADLINE, 8, NOON);
        return event;
    }

    static Event cancelled() {
        Event event = inPreparation();
        event.cancel("bão");
        return event;
    }
}
