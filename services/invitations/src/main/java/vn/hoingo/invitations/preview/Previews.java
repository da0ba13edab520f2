package vn.hoingo.invitations.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.hoingo.doors.Invalid;
import vn.hoingo.invitations.activity.Text;
import vn.hoingo.invitations.invitation.Invitation;
import vn.hoingo.invitations.invitation.Invitation.Origin;
import vn.hoingo.invitations.invitation.Invitation.Status;
import vn.hoingo.invitations.invitation.Invitations;
import vn.hoingo.invitations.seatbook.SeatBook;
import vn.hoingo.invitations.seatbook.SeatDesk;

/** What would follow here from a fact that is not one yet. Nothing is saved. */
@Component
class Previews {

    private final Invitations invitations;
    private final SeatDesk seats;
    private final MessageSource words;

    Previews(Invitations invitations, SeatDesk seats, MessageSource words) {
        this.invitations = invitations;
        this.seats = seats;
        this.words = words;
    }

    List<Consequence> of(String type, JsonNode fact) {
        return switch (type) {
            case "delegations.delegation-withdrawn.v1", "delegations.delegation-revoked.v1" ->
                revocation(live(invitations.findByDelegation(id(fact, "delegationId"))));
            case "delegations.head-of-delegation-replaced.v1" -> {
                UUID old = id(fact, "oldHeadId");
                List<Invitation> asked = live(invitations.findByDelegation(id(fact, "delegationId"))).stream()
                        .filter(each -> each.origin() == Origin.HEAD_OF_DELEGATION
                                && each.guest().equals(old))
                        .toList();
                List<Consequence> all = new ArrayList<>(revocation(asked));
                add(all, "ask-the-new-head", asked.size(), true);
                yield all;
            }
            case "events.event-rescheduled.v1" -> reissue(live(invitations.findByEvent(id(fact, "eventId"))));
            case "events.activity-moved.v1" -> reissue(live(invitations.findByActivity(id(fact, "activityId"))));
            case "events.event-cancelled.v1" -> {
                List<Invitation> asked = live(invitations.findByEvent(id(fact, "eventId")));
                List<Consequence> all = new ArrayList<>(revocation(asked));
                add(all, "letters-to-release", asked.size(), false);
                yield all;
            }
            case "events.activity-dropped.v1" -> revocation(live(invitations.findByActivity(id(fact, "activityId"))));
            case "events.capacity-changed.v1" -> capacity(id(fact, "activityId"), number(fact, "new"));
            default -> List.of();
        };
    }

    private List<Consequence> revocation(List<Invitation> asked) {
        List<Consequence> all = new ArrayList<>();
        add(all, "invitations-revoked", asked.size(), true);
        add(all, "seats-released", seatsOf(asked), true);
        return all;
    }

    private List<Consequence> reissue(List<Invitation> asked) {
        List<Consequence> all = new ArrayList<>();
        add(all, "invitations-reissued", count(asked, each -> each.status() != Status.DECLINED), true);
        add(all, "guests-to-reconfirm", count(asked, Invitation::hasSeat), true);
        return all;
    }

    private List<Consequence> capacity(UUID activity, int capacity) {
        List<Consequence> all = new ArrayList<>();
        @Nullable SeatBook book = seats.find(activity).orElse(null);
        if (book != null) {
            int granted = book.taken() + book.held();
            add(all, "seats-owed", Math.max(0, granted - capacity), false);
            int waiting = count(live(invitations.findByActivity(activity)), Invitation::isWaitlisted);
            add(all, "seats-offered", Math.min(waiting, Math.max(0, capacity - granted)), true);
        }
        return all;
    }

    private void add(List<Consequence> all, String kind, int count, boolean automatic) {
        if (count > 0) {
            all.add(new Consequence(
                    kind, both("preview." + kind, count), both("preview." + kind + ".detail", count), automatic));
        }
    }

    private Text both(String key, int count) {
        Object[] values = {count};
        return new Text(words.getMessage(key, values, Locale.of("vi")), words.getMessage(key, values, Locale.ENGLISH));
    }

    private static List<Invitation> live(List<Invitation> some) {
        return some.stream()
                .filter(Invitation::isLive)
                .filter(each -> each.status() != Status.DRAFTED)
                .toList();
    }

    private static int seatsOf(List<Invitation> asked) {
        return asked.stream()
                .filter(Invitation::hasSeat)
                .mapToInt(Invitation::seats)
                .sum();
    }

    private static int count(List<Invitation> asked, Predicate<Invitation> which) {
        return (int) asked.stream().filter(which).count();
    }

    private static UUID id(JsonNode fact, String field) {
        try {
            return UUID.fromString(fact.path(field).asString(""));
        } catch (IllegalArgumentException noId) {
            throw new Invalid("/fact/" + field, "invitations.needs-an-id");
        }
    }

    private static int number(JsonNode fact, String field) {
        if (!fact.path(field).isInt()) {
            throw new Invalid("/fact/" + field, "invitations.needs-a-number");
        }
        return fact.path(field).asInt();
    }

    /**
     * Something that would follow.
     *
     * @param automatic false when a person has to do it
     */
    record Consequence(String kind, Text title, Text detail, boolean automatic) {}
}
