package vn.hoingo.invitations;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import vn.hoingo.messaging.Ids;
import vn.hoingo.messaging.test.OtherServices;

/** The other services, as far as invitations hears them: what they announce, in the shape of their contracts. */
public class Elsewhere {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final OtherServices others;

    Elsewhere() throws InterruptedException, ExecutionException {
        others = new OtherServices(
                "delegations.delegation",
                "delegations.partner",
                "delegations.person",
                "events.event",
                "events.activity");
    }

    private void announce(UUID source, String type, String correlation, String payload) {
        others.announce(source, others.next(source), type, correlation, payload);
    }

    /** An event that was drafted, some weeks ahead. */
    public Event event() {
        Event event = new Event();
        announce(event.id, "events.event-drafted.v1", "drafting", """
                {"eventId": "%s", "series": "FD", "edition": "2026", "name": {"vi": "Đối thoại Hữu nghị", "en": "Friendship Dialogue"},
                 "window": %s, "venue": "Thisky Hall Sala", "revision": 1}
                """.formatted(event.id, window(event.day, 0, 36)));
        return event;
    }

    private static String window(LocalDateTime day, int from, int to) {
        return """
                {"start": "%s", "end": "%s", "zone": "Asia/Ho_Chi_Minh"}
                """.formatted(text(day.plusHours(from)), text(day.plusHours(to)));
    }

    private static String text(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString().length() == 16 ? time + ":00" : time.toString();
    }

    /** One edition. */
    public final class Event {

        public final UUID id = Ids.fresh();
        private LocalDateTime day = LocalDateTime.now(ZONE)
                .plusDays(40)
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(8);
        private int revision = 1;

        public Activity activity(String kind, int capacity) {
            return activity(kind, "by-invitation", capacity);
        }

        public Activity activity(String kind, String admission, int capacity) {
            Activity activity = new Activity(this, capacity);
            announce(activity.id, "events.activity-added.v1", "planning", """
                    {"activityId": "%s", "eventId": "%s", "name": {"vi": "Tiệc tối Hữu nghị", "en": "Friendship dinner"}, "kind": "%s",
                     "window": %s, "place": "Hội trường Thống Nhất", "capacity": %d, "admission": "%s", "revision": 1}
                    """.formatted(
                            activity.id, id, kind, window(day, 10, 13), capacity, admission));
            return activity;
        }

        /** The event moves, and its activities along with it. */
        public void rescheduled(int days, Activity... activities) {
            String correlation = Ids.fresh().toString();
            LocalDateTime old = day;
            day = day.plusDays(days);
            announce(id, "events.event-rescheduled.v1", correlation, """
                    {"eventId": "%s", "old": %s, "new": %s, "revision": %d}
                    """.formatted(
                            id, window(old, 0, 36), window(day, 0, 36), ++revision));
            for (Activity activity : activities) {
                announce(activity.id, "events.activity-moved.v1", correlation, """
                        {"activityId": "%s", "eventId": "%s", "old": %s, "new": %s, "place": "Dinh Độc Lập", "revision": %d}
                        """.formatted(
                                activity.id, id, window(old, 10, 13), window(day, 10, 13), ++activity.revision));
            }
        }

        public void cancelled() {
            announce(id, "events.event-cancelled.v1", "cancelling", """
                    {"eventId": "%s", "reason": "bão"}
                    """.formatted(id));
        }

        public Delegation delegation(UUID partner, UUID head) {
            return new Delegation(id, partner, head);
        }
    }

    /** One part of an event. */
    public final class Activity {

        public final UUID id = Ids.fresh();
        private final Event event;
        private int capacity;
        private int revision = 1;

        private Activity(Event event, int capacity) {
            this.event = event;
            this.capacity = capacity;
        }

        public UUID event() {
            return event.id;
        }

        public void resized(int newCapacity) {
            announce(id, "events.capacity-changed.v1", "resizing", """
                    {"activityId": "%s", "eventId": "%s", "old": %d, "new": %d}
                    """.formatted(id, event.id, capacity, newCapacity));
            capacity = newCapacity;
        }

        public void dropped() {
            announce(id, "events.activity-dropped.v1", "dropping", """
                    {"activityId": "%s", "eventId": "%s", "reason": "gộp vào phiên toàn thể"}
                    """.formatted(id, event.id));
        }
    }

    /** One delegation, told in facts. */
    public final class Delegation {

        public final UUID id = Ids.fresh();
        private final UUID event;
        private final UUID partner;
        private UUID head;
        private int version = 1;

        private Delegation(UUID event, UUID partner, UUID head) {
            this.event = event;
            this.partner = partner;
            this.head = head;
        }

        public Delegation approved() {
            return approvedAs(others.next(id));
        }

        public Delegation approvedAs(long sequence) {
            others.announce(id, sequence, "delegations.delegation-approved.v1", "approving", """
                    {"delegationId": "%s", "eventId": "%s", "partnerId": "%s", "version": %d, "memberIds": ["%s"], "headId": "%s", "headRank": 5,
                     "languages": ["ko"], "parties": [], "needs": {}}
                    """.formatted(
                            id, event, partner, ++version, Ids.fresh(), head));
            return this;
        }

        public Delegation headReplaced(UUID newHead) {
            announce(id, "delegations.head-of-delegation-replaced.v1", "replacing", """
                    {"delegationId": "%s", "eventId": "%s", "partnerId": "%s", "oldHeadId": "%s", "newHeadId": "%s", "oldRank": 5, "newRank": 6, "version": %d}
                    """.formatted(
                            id, event, partner, head, newHead, ++version));
            head = newHead;
            return this;
        }

        public Delegation withdrawn() {
            return withdrawnAs(others.next(id));
        }

        public Delegation withdrawnAs(long sequence) {
            others.announce(id, sequence, "delegations.delegation-withdrawn.v1", "withdrawing", """
                    {"delegationId": "%s", "eventId": "%s", "partnerId": "%s", "version": %d}
                    """.formatted(
                            id, event, partner, version));
            return this;
        }

        public Delegation rescheduled(int eventRevision) {
            announce(id, "delegations.delegation-rescheduled.v1", "rescheduling", """
                    {"delegationId": "%s", "eventId": "%s", "partnerId": "%s", "eventRevision": %d}
                    """.formatted(
                            id, event, partner, eventRevision));
            return this;
        }

        public Delegation askedForChanges() {
            announce(id, "delegations.delegation-changes-requested.v1", "reviewing", """
                    {"delegationId": "%s", "eventId": "%s", "partnerId": "%s", "memberIds": []}
                    """.formatted(id, event, partner));
            return this;
        }
    }
}
