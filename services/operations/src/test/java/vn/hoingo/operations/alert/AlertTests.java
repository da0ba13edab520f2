package vn.hoingo.operations.alert;

import static vn.hoingo.messaging.AggregateScenario.given;
import static vn.hoingo.operations.alert.AnAlert.ID;
import static vn.hoingo.operations.alert.AnAlert.NOON;
import static vn.hoingo.operations.alert.AnAlert.aDeadLetter;

import org.junit.jupiter.api.Test;
import vn.hoingo.operations.alert.AlertFact.AlertAcknowledged;
import vn.hoingo.operations.alert.AlertFact.MessageDiscarded;
import vn.hoingo.operations.alert.AlertFact.MessageReplayed;

class AlertTests {

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
}
