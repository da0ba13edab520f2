package vn.hoingo.invitations.notice;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** The guest is told that the substitute is welcome, and the substitute that they are expected. */
@Component
class WhenSubstituteAccepted {

    private final GuestNotices notices;

    WhenSubstituteAccepted(GuestNotices notices) {
        this.notices = notices;
    }

    @OnMessage("invitations.invitation")
    void writeToBoth(SubstituteAccepted message, Heard heard) {
        notices.substituteIsWelcome(message.invitationId(), message.substituteId());
    }

    @Contract("invitations.substitute-accepted.v1")
    record SubstituteAccepted(UUID invitationId, UUID substituteId) {}
}
