package vn.hoingo.events.event;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A granted permit opens the way to publishing; a refused or outgrown one closes it. */
@Component
class WhenPermitDecided {

    private final EventDesk desk;

    WhenPermitDecided(EventDesk desk) {
        this.desk = desk;
    }

    @OnMessage("events.permit")
    void allow(PermitGranted message, Heard heard) {
        desk.permit(
                new EventId(message.eventId()),
                new Event.Permission(message.decisionNumber(), message.decidedOn(), null));
    }

    @OnMessage("events.permit")
    void forbid(PermitRefused message, Heard heard) {
        desk.forbid(new EventId(message.eventId()));
    }

    @OnMessage("events.permit")
    void forbidForNow(PermitAmendmentRequired message, Heard heard) {
        desk.forbid(new EventId(message.eventId()));
    }

    @Contract("events.permit-granted.v1")
    record PermitGranted(UUID eventId, String decisionNumber, LocalDate decidedOn) {}

    @Contract("events.permit-refused.v1")
    record PermitRefused(UUID eventId) {}

    @Contract("events.permit-amendment-required.v1")
    record PermitAmendmentRequired(UUID eventId) {}
}
