package vn.hoingo.invitations.invitation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.activity.Window;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** New dates: invitations are issued again, and who said yes is asked to confirm. */
@Component
class WhenEventRescheduled {

    private final InvitationDesk desk;

    WhenEventRescheduled(InvitationDesk desk) {
        this.desk = desk;
    }

    @OnMessage("events.event")
    void issueAgain(EventRescheduled message, Heard heard) {
        desk.followEvent(message.eventId(), message.revision(), message.from(), message.to());
    }

    @Contract("events.event-rescheduled.v1")
    record EventRescheduled(
            UUID eventId,
            @JsonProperty("old") Window from,
            @JsonProperty("new") Window to,
            int revision) {}
}
