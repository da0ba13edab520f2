package vn.hoingo.delegations.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.hoingo.delegations.EventsElsewhere;
import vn.hoingo.delegations.Registering;
import vn.hoingo.delegations.RunningDelegations;
import vn.hoingo.delegations.event.KnownEvent.Standing;
import vn.hoingo.messaging.Ids;
import vn.hoingo.messaging.test.Callers;

@RunningDelegations
class KnownEventsIT {

    @Autowired
    private EventsElsewhere elsewhere;

    @Autowired
    private KnownEvents events;

    @Autowired
    private Registering registering;

    @Test
    void anEventIsKnownByWhatItsOwnerSays() {
        UUID event = elsewhere.open(8);

        KnownEvent known = await(event, each -> each.isOpen(Instant.now()));

        assertThat(known.name().vi()).isEqualTo("Đối thoại Hữu nghị 2027");
        assertThat(known.window().zone()).isEqualTo("Asia/Ho_Chi_Minh");
        assertThat(known.registration().membersPerDelegation()).isEqualTo(8);
    }

    @Test
    void registrationThatWasHeardOfFirstIsEnough() {
        UUID event = Ids.fresh();
        elsewhere.opened(event, 5);

        assertThat(await(event, each -> each.isOpen(Instant.now())).venue()).isEqualTo("Dinh Thống Nhất");
    }

    @Test
    void aClosedRegistrationIsClosed() {
        UUID event = elsewhere.open(8);
        elsewhere.closed(event);

        await(event, each -> each.registration() != null && !each.isOpen(Instant.now()));
    }

    @Test
    void anOldFactThatComesAgainChangesNothing() {
        UUID event = elsewhere.open(8);
        elsewhere.cancelled(event);
        await(event, KnownEvent::isCancelled);

        elsewhere.again(event, 1, "event-drafted", """
                {"eventId": "%s", "series": "FD", "edition": "2027", "name": {"vi": "Cũ", "en": "Old"},
                 "window": {"start": "2027-01-01T08:00", "end": "2027-01-02T08:00", "zone": "UTC"}, "venue": "x", "revision": 1}
                """.formatted(event));
        elsewhere.moved(event, 2);

        KnownEvent known = await(event, each -> each.revision() == 2);
        assertThat(known.standing()).isEqualTo(Standing.CANCELLED);
        assertThat(known.name().en()).isEqualTo("Friendship Dialogue 2027");
        assertThat(known.window().start()).isEqualTo("2027-10-07T08:00");
    }

    @Test
    void whatIsNotKnownYetIsNoRefusalWhenItsOwnerCannotBeAsked() throws Exception {
        UUID partner = registering.partner("Early Port");

        MockHttpServletResponse answer = registering.post(
                "/api/delegations", "{\"eventId\": \"%s\"}".formatted(Ids.fresh()), Callers.focalPointOf(partner));

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isNotNull();
    }

    private KnownEvent await(UUID event, Predicate<KnownEvent> until) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> events.find(new EventId(event)).filter(until).orElse(null), found -> found != null);
    }
}
