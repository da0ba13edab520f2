package vn.hoingo.invitations.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.activity.Window;
import vn.hoingo.messaging.WhenDue;

/** Until when a guest is asked to answer, and what becomes of an invitation that nobody answered. */
@Component
class Deadlines implements WhenDue<Invitation> {

    private static final int DAYS_BEFORE = 7;
    private static final LocalTime END_OF_THE_DAY = LocalTime.of(17, 0);
    private static final Duration AT_LEAST = Duration.ofDays(2);

    private final InvitationDesk desk;
    private final Clock clock;

    Deadlines(InvitationDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** A week before, at the end of the day there; but a guest has two days, unless it begins before that. */
    static Instant answerBy(Window activity, Instant now) {
        Instant aWeekBefore = activity.start()
                .toLocalDate()
                .minusDays(DAYS_BEFORE)
                .atTime(END_OF_THE_DAY)
                .atZone(activity.zone())
                .toInstant();
        Instant inTwoDays = now.plus(AT_LEAST);
        if (aWeekBefore.isAfter(inTwoDays)) {
            return aWeekBefore;
        }
        Instant begins = activity.startsAt();
        return begins.isAfter(now) && begins.isBefore(inTwoDays) ? begins : inTwoDays;
    }

    @Override
    public Class<Invitation> aggregate() {
        return Invitation.class;
    }

    @Override
    public void becameDue(UUID id, Instant now) {
        desk.expire(new InvitationId(id), clock.instant());
    }
}
