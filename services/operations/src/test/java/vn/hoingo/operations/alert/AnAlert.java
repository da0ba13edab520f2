package vn.hoingo.operations.alert;

import java.time.Instant;
import java.util.UUID;

/** Alerts for tests. */
final class AnAlert {

    static final AlertId ID = new AlertId(UUID.fromString("00000000-0000-8000-8000-000000000001"));
    static final Instant NOON = Instant.parse("2026-09-23T05:00:00Z");

    private AnAlert() {}

    static Alert aDeadLetter() {
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
