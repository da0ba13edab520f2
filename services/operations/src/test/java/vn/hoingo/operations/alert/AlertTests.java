package vn.hoingo.operations.alert;

import static vn.hoingo.messaging.AggregateScenario.given;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hoingo.operations.alert.AlertFact.AlertAcknowledged;
import vn.hoingo.operations.alert.AlertFact.MessageDiscarded;
import vn.hoingo.operations.alert.AlertFact.MessageReplayed;

class AlertTests {

    private static final AlertId ID = new AlertId(UUID.fromString("00000000-0000-8000-8000-000000000001"));
    private static final Instant NOON = Instant.parse("2026-09-23T05:00:00Z");

    @Test
    void anAlertIsAcknowledgedOnce() {
        given(aDeadLetter())
                .when(alert -> alert.acknowledge("minh", "tôi xem", NOON))
                .thenAnnounces(new AlertAcknowledged(ID.value()))
                .thenIs(Alert::state, Alert.State.ACKNOWLEDGED);
    }

    @Test
    void acknowledgingAgainAnnouncesNothing() {
        Alert alert = aDeadLetter();
        alert.acknowledge("minh", null, NOON);

        given(alert).when(taken -> taken.acknowledge("lan", null, NOON)).thenAnnouncesNothing();
    }

    @Test
    void aMessageThatWasHeardAfterAllMendsIt() {
        given(aDeadLetter())
                .when(alert -> alert.replayed("minh", "đã sửa", false, NOON))
                .thenAnnounces(MessageReplayed.class)
                .thenIs(Alert::state, Alert.State.MENDED);
    }

    @Test
    void aMessageThatIsStuckAgainLeavesItOpen() {
        given(aDeadLetter())
                .when(alert -> alert.replayed("minh", "thử lại", true, NOON))
                .thenAnnounces(MessageReplayed.class)
                .thenIs(Alert::state, Alert.State.OPEN);
    }

    @Test
    void aMessageThatIsGivenUpMendsIt() {
        given(aDeadLetter())
                .when(alert -> alert.discarded("minh", "trùng", NOON))
                .thenAnnounces(MessageDiscarded.class)
                .thenIs(Alert::state, Alert.State.MENDED);
    }

    @Test
    void aMendedAlertIsNotAcknowledged() {
        Alert alert = aDeadLetter();
        alert.discarded("minh", "trùng", NOON);

        given(alert)
                .when(mended -> mended.acknowledge("lan", null, NOON))
                .thenRefuses(AlertRefusal.Reason.ALREADY_MENDED);
    }

    private static Alert aDeadLetter() {
        return Alert.ofDeadLetter(
                ID,
                new Alert.Matter(
                        "logistics",
                        "logistics.arrival",
                        "delegations.delegation",
                        3,
                        41,
                        "key",
                        "message",
                        "delegations.delegation-approved.v1",
                        "failed-NullPointerException"),
                "not-handled",
                NOON);
    }
}
