package vn.hoingo.invitations.notice;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.letter.LetterKind;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** The guest is told that the substitute is welcome. */
@Component
class WhenSubstituteAccepted {

    private final GuestNotices notices;

    WhenSubstituteAccepted(GuestNotices notices) {
        this.notices = notices;
    }

    @OnMessage("invitations.invitation")
    void writeToTheGuest(SubstituteAccepted message, Heard heard) {
        notices.substituteDecided(LetterKind.SUBSTITUTE_ACCEPTED, message.invitationId(), message.substituteId());
    }

    @Contract("invitations.substitute-accepted.v1")
    record SubstituteAccepted(UUID invitationId, UUID substituteId) {}
}
