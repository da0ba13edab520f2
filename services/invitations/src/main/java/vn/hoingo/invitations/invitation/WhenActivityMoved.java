package vn.hoingo.invitations.invitation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.activity.Window;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** An activity at another time or place: its invitations are issued again. */
@Component
class WhenActivityMoved {

    private final InvitationDesk desk;

    WhenActivityMoved(InvitationDesk desk) {
        this.desk = desk;
    }

    @OnMessage("events.activity")
    void issueAgain(ActivityMoved message, Heard heard) {
        desk.followActivity(message.activityId(), message.revision(), message.from(), message.to());
    }

    @Contract("events.activity-moved.v1")
    record ActivityMoved(
            UUID activityId,
            @JsonProperty("old") Window from,
            @JsonProperty("new") Window to,
            int revision) {}
}
