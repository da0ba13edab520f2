package vn.hoingo.invitations.notice;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** The guest is told that the substitute cannot be received. */
@Component
class WhenSubstituteRefused {

    private final GuestNotices notices;

    WhenSubstituteRefused(GuestNotices notices) {
        this.notices = notices;
    }

    @OnMessage("invitations.invitation")
    void writeToTheGuest(SubstituteRefused message, Heard heard) {
        notices.substituteIsRefused(message.invitationId(), message.substituteId());
    }

    @Contract("invitations.substitute-refused.v1")
    record SubstituteRefused(UUID invitationId, UUID substituteId) {}
}
