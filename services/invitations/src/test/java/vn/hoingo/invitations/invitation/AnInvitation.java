package vn.hoingo.invitations.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import vn.hoingo.invitations.invitation.Invitation.Asking;
import vn.hoingo.invitations.invitation.Invitation.Origin;
import vn.hoingo.invitations.invitation.Invitation.Reply;

/** Invitations of tests, made by what happened to them. */
public final class AnInvitation {

    public static final Instant NOON = Instant.parse("2026-09-01T05:00:00Z");
    public static final Instant BEGINS = NOON.plus(Duration.ofDays(20));
    public static final UUID EVENT = UUID.fromString("00000000-0000-8000-8000-00000000000e");
    public static final UUID ACTIVITY = UUID.fromString("00000000-0000-8000-8000-00000000000a");
    public static final UUID GUEST = UUID.fromString("00000000-0000-8000-8000-000000000001");
    public static final UUID DELEGATION = UUID.fromString("00000000-0000-8000-8000-00000000000d");
    public static final UUID INVITATION = InvitationId.of(ACTIVITY, GUEST).value();

    private AnInvitation() {}

    static Asking asking(Instant answerBy) {
        return new Asking(DELEGATION, null, 6, Origin.HEAD_OF_DELEGATION, "head-of-delegation", 3, 2, answerBy, 1, 1);
    }

    static Invitation drafted(Instant answerBy) {
        return Invitation.draft(EVENT, ACTIVITY, GUEST, asking(answerBy));
    }

    static Invitation answerableUntil(Instant answerBy) {
        Invitation invitation = drafted(answerBy);
        invitation.send(NOON.minus(Duration.ofDays(2)));
        return invitation;
    }

    static Invitation accepted() {
        Invitation invitation = answerableUntil(NOON.plusSeconds(60));
        invitation.accept(Reply.BY_LINK, NOON, BEGINS);
        return invitation;
    }

    static Invitation declined() {
        Invitation invitation = answerableUntil(NOON.plusSeconds(60));
        invitation.decline(Reply.BY_LINK, NOON, BEGINS);
        return invitation;
    }
}
