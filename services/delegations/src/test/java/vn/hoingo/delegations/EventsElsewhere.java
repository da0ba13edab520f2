package vn.hoingo.delegations;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import vn.hoingo.messaging.Ids;
import vn.hoingo.messaging.test.OtherServices;

/** The service of events, as far as we hear it: what it announces, in the shape of its contracts. */
public class EventsElsewhere {

    private static final String WINDOW =
            "{\"start\": \"2027-09-23T08:00\", \"end\": \"2027-09-24T21:30\", \"zone\": \"Asia/Ho_Chi_Minh\"}";

    private final OtherServices others;

    EventsElsewhere() throws InterruptedException, ExecutionException {
        others = new OtherServices("events.event");
    }

    /** An edition that is open for registration. */
    public UUID open(int membersPerDelegation) {
        UUID event = Ids.fresh();
        drafted(event);
        opened(event, membersPerDelegation);
        return event;
    }

    public void drafted(UUID event) {
        announce(event, "event-drafted", """
                {"eventId": "%s", "series": "FD", "edition": "2027", "name": {"vi": "Đối thoại Hữu nghị 2027", "en": "Friendship Dialogue 2027"},
                 "window": %s, "venue": "Dinh Thống Nhất", "revision": 1}
                """.formatted(event, WINDOW));
    }

    public void opened(UUID event, int membersPerDelegation) {
        announce(event, "registration-opened", """
                {"eventId": "%s", "name": {"vi": "Đối thoại Hữu nghị 2027", "en": "Friendship Dialogue 2027"}, "window": %s,
                 "venue": "Dinh Thống Nhất", "opensAt": "2026-01-01T00:00:00Z", "closesAt": "2099-01-01T00:00:00Z", "membersPerDelegation": %d}
                """.formatted(event, WINDOW, membersPerDelegation));
    }

    public void closed(UUID event) {
        announce(
                event,
                "registration-closed",
                "{\"eventId\": \"%s\", \"closedAt\": \"%s\"}".formatted(event, Instant.now()));
    }

    public void cancelled(UUID event) {
        announce(event, "event-cancelled", "{\"eventId\": \"%s\", \"reason\": \"Bão\"}".formatted(event));
    }

    public void moved(UUID event, int revision) {
        announce(event, "event-rescheduled", """
                {"eventId": "%s", "old": %s, "new": {"start": "2027-10-07T08:00", "end": "2027-10-08T21:30", "zone": "Asia/Ho_Chi_Minh"},
                 "revision": %d}
                """.formatted(event, WINDOW, revision));
    }

    private void announce(UUID event, String fact, String payload) {
        again(event, others.next(event), fact, payload);
    }

    /** What a relay that broke in between sends again. */
    public void again(UUID event, long sequence, String fact, String payload) {
        String type = "events." + fact + ".v1";
        others.announce(event, sequence, type, type, payload);
    }
}
