package vn.hoingo.invitations.summary;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.activity.KnownActivities;
import vn.hoingo.invitations.activity.KnownActivity;
import vn.hoingo.invitations.activity.Text;
import vn.hoingo.invitations.invitation.Invitation;
import vn.hoingo.invitations.invitation.Invitation.Status;
import vn.hoingo.invitations.invitation.Invitations;
import vn.hoingo.invitations.seatbook.SeatBook;
import vn.hoingo.invitations.seatbook.SeatDesk;

/** How far the answers to an event are, activity by activity. */
@Component
class Summary {

    private final Invitations invitations;
    private final KnownActivities activities;
    private final SeatDesk seats;

    Summary(Invitations invitations, KnownActivities activities, SeatDesk seats) {
        this.invitations = invitations;
        this.activities = activities;
        this.seats = seats;
    }

    List<Line> of(UUID event) {
        Map<UUID, List<Invitation>> byActivity = invitations.findByEvent(event).stream()
                .filter(Invitation::isLive)
                .filter(invitation -> invitation.status() != Status.DRAFTED)
                .collect(Collectors.groupingBy(Invitation::activity));
        return activities.ofEvent(event).stream()
                .filter(KnownActivity::takesPlace)
                .sorted(Comparator.comparing(activity -> activity.window().startsAt()))
                .map(activity -> line(activity, byActivity.getOrDefault(activity.id(), List.of())))
                .toList();
    }

    private Line line(KnownActivity activity, Collection<Invitation> asked) {
        @Nullable SeatBook book = seats.find(activity.id()).orElse(null);
        return new Line(
                activity.id(),
                activity.name(),
                activity.kind(),
                activity.admission(),
                asked.size(),
                count(asked, Status.ACCEPTED) + count(asked, Status.SUBSTITUTE_ACCEPTED),
                count(asked, Status.DECLINED),
                count(asked, Status.TENTATIVE),
                count(asked, Status.SUBSTITUTE_PROPOSED),
                (int) asked.stream()
                        .filter(each -> each.status() == Status.SENT && !each.isWaitlisted())
                        .count(),
                (int) asked.stream().filter(Invitation::isWaitlisted).count(),
                (int) asked.stream().filter(Invitation::isToReconfirm).count(),
                book == null ? activity.capacity() : book.capacity(),
                book == null ? 0 : book.taken(),
                book == null ? 0 : book.held());
    }

    private static int count(Collection<Invitation> asked, Status status) {
        return (int) asked.stream().filter(each -> each.status() == status).count();
    }

    /** One activity. */
    record Line(
            UUID activityId,
            Text name,
            String kind,
            String admission,
            int invited,
            int accepted,
            int declined,
            int tentative,
            int substitutes,
            int unanswered,
            int waiting,
            int toReconfirm,
            int capacity,
            int taken,
            int held) {}
}
