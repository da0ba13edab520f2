package vn.hoingo.delegations.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.messaging.test.Callers.a;

import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hoingo.delegations.EventsElsewhere;
import vn.hoingo.delegations.Registering;
import vn.hoingo.delegations.RunningDelegations;

@RunningDelegations
class WhenEventCancelledIT {

    @Autowired
    private EventsElsewhere elsewhere;

    @Autowired
    private Registering registering;

    @Test
    void nobodyIsExpectedAnyMore() throws Exception {
        UUID event = elsewhere.open(8);
        UUID partner = registering.partner("Cancelled Port");
        UUID other = registering.partner("Drafting Port");
        UUID approved = registering.approved(event, partner, "CANCELLED HEAD");
        UUID drafted = registering.draft(event, other);

        elsewhere.cancelled(event);

        registering.awaitState(approved, "revoked");
        registering.awaitState(drafted, "revoked");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> registering.<Integer>seen(
                                "/api/delegations/quotas/" + event + "/" + partner, a("organiser"), "$.taken")
                        == 0);
    }

    @Test
    void aMovedEventAsksThoseWhoFlyToLookAgain() throws Exception {
        UUID event = elsewhere.open(8);
        UUID partner = registering.partner("Flying Port");
        UUID approved = registering.approved(event, partner, "FLYING HEAD");

        elsewhere.moved(event, 2);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        registering.seen("/api/delegations/" + approved, a("delegation-officer"), "$.travelToConfirm"));
        assertThat(registering.<String>seen("/api/delegations/" + approved, a("delegation-officer"), "$.state"))
                .isEqualTo("approved");
    }
}
