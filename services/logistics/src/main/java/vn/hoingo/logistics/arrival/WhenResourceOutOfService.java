package vn.hoingo.logistics.arrival;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A car broke down, or an interpreter fell ill: the parties that had it get another. */
@Component
class WhenResourceOutOfService {

    private final ArrangingArrivals arranging;

    WhenResourceOutOfService(ArrangingArrivals arranging) {
        this.arranging = arranging;
    }

    @OnMessage("logistics.diary")
    void findAnother(ResourceOutOfService message, Heard heard) {
        arranging.replace(message.resourceId());
    }

    @Contract("logistics.resource-out-of-service.v1")
    record ResourceOutOfService(UUID resourceId) {}
}
