package vn.hoingo.logistics.arrival;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.logistics.diary.Kind;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A car or an interpreter that is free may be what another party waits for. */
@Component
class WhenResourceIsFree {

    private static final String DIARY = "logistics.diary";

    private final ArrangingArrivals arranging;

    WhenResourceIsFree(ArrangingArrivals arranging) {
        this.arranging = arranging;
    }

    @OnMessage(DIARY)
    void tryThoseThatLackIt(ResourceAdded message, Heard heard) {
        if (message.kind() == Kind.VEHICLE || message.kind() == Kind.INTERPRETER) {
            arranging.tryThoseThatLack(message.kind());
        }
    }

    @OnMessage(DIARY)
    void tryThoseThatLackACar(VehicleReleased message, Heard heard) {
        arranging.tryThoseThatLack(Kind.VEHICLE);
    }

    @OnMessage(DIARY)
    void tryThoseThatLackAnInterpreter(InterpreterReleased message, Heard heard) {
        arranging.tryThoseThatLack(Kind.INTERPRETER);
    }

    @Contract("logistics.resource-added.v1")
    record ResourceAdded(Kind kind) {}

    @Contract("logistics.vehicle-released.v1")
    record VehicleReleased(UUID resourceId) {}

    @Contract("logistics.interpreter-released.v1")
    record InterpreterReleased(UUID resourceId) {}
}
