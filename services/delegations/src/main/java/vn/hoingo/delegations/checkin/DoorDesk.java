package vn.hoingo.delegations.checkin;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.accreditation.Accreditation;
import vn.hoingo.delegations.accreditation.Accreditation.Answer;
import vn.hoingo.delegations.accreditation.Accreditation.Presence;
import vn.hoingo.delegations.accreditation.AccreditationDesk;
import vn.hoingo.delegations.accreditation.AccreditationDesk.Bearers;
import vn.hoingo.delegations.accreditation.Accreditations;
import vn.hoingo.delegations.accreditation.Zone;
import vn.hoingo.delegations.badge.Badge;
import vn.hoingo.delegations.badge.BadgeNumber;
import vn.hoingo.delegations.badge.BadgeSeal;
import vn.hoingo.delegations.event.EventId;
import vn.hoingo.delegations.event.KnownEvents;
import vn.hoingo.delegations.text.Text;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Decisions;

/** Where doors are set up, and where they ask. Whoever passes costs one write, whoever does not costs none. */
@Component
class DoorDesk {

    private final Points points;
    private final Accreditations accreditations;
    private final AccreditationDesk badges;
    private final BadgeSeal seal;
    private final KnownEvents events;
    private final Decisions decisions;
    private final Clock clock;

    DoorDesk(
            Points points,
            Accreditations accreditations,
            AccreditationDesk badges,
            BadgeSeal seal,
            KnownEvents events,
            Decisions decisions,
            Clock clock) {
        this.points = points;
        this.accreditations = accreditations;
        this.badges = badges;
        this.seal = seal;
        this.events = events;
        this.decisions = decisions;
        this.clock = clock;
    }

    Point open(UUID event, Text name, Zone zone) {
        events.asked(new EventId(event), known -> true);
        PointId id = new PointId(Acting.current().newId("check-in-point"));
        return decisions.open(points, id, () -> new Point(id, event, name, zone));
    }

    List<Point> of(UUID event) {
        return points.findByEventOrderById(event);
    }

    Point point(PointId id) {
        return points.get(id);
    }

    /** @param shown what the scanner read, or the number that was typed */
    DoorAnswer decide(PointId at, String shown, Direction direction) {
        Point point = points.get(at);
        Instant now = clock.instant();
        Read read = read(shown);
        if (read.forged()) {
            return DoorAnswer.toNobody(Answer.FORGED, direction, point.zone(), now);
        }
        return read.number()
                .flatMap(accreditations::findByNumber)
                .map(found -> decide(point, found, read.issue(), direction, now))
                .orElseGet(() -> DoorAnswer.toNobody(Answer.UNKNOWN, direction, point.zone(), now));
    }

    /** The members of one delegation who stand at the door together; each of them is answered. */
    List<DoorAnswer> decideTogether(PointId at, UUID delegation, Set<UUID> members, Direction direction) {
        Point point = points.get(at);
        Instant now = clock.instant();
        List<DoorAnswer> answers = new ArrayList<>();
        for (Accreditation each : accreditations.findByDelegation(delegation)) {
            if (members.contains(each.member())) {
                answers.add(decide(point, each, null, direction, now));
            }
        }
        return answers;
    }

    private DoorAnswer decide(
            Point point, Accreditation found, @Nullable Integer issue, Direction direction, Instant now) {
        if (!found.event().equals(point.event())) {
            return DoorAnswer.toNobody(Answer.WRONG_EVENT, direction, point.zone(), now);
        }
        boolean out = direction == Direction.OUT;
        Answer answer = found.answer(point.zone(), out, issue);
        if (answer == Answer.REVOKED || answer == Answer.REPLACED || answer == Answer.WRONG_ZONE) {
            return answered(answer, direction, point, found, now);
        }
        try {
            Accreditation passed = decisions.change(accreditations, found.id(), each -> {
                Answer said = each.pass(point.id().value(), point.zone(), out, issue, now);
                if (!said.passes()) {
                    throw new Stopped(said, each);
                }
            });
            return answered(out ? Answer.CHECKED_OUT : Answer.ADMITTED, direction, point, passed, now);
        } catch (Stopped stopped) {
            return answered(stopped.said, direction, point, stopped.asked, now);
        }
    }

    private DoorAnswer answered(Answer answer, Direction direction, Point point, Accreditation asked, Instant at) {
        Presence inside = answer == Answer.ALREADY_INSIDE ? asked.inside().get(point.zone()) : null;
        Bearers bearers = badges.bearers(List.of(asked));
        return new DoorAnswer(
                answer,
                direction,
                point.zone(),
                at,
                inside == null ? null : inside.since(),
                inside == null ? null : nameOf(inside.point(), point),
                DoorAnswer.Bearer.of(asked, bearers));
    }

    private @Nullable Text nameOf(UUID id, Point here) {
        return id.equals(here.id().value())
                ? here.name()
                : points.findById(new PointId(id)).map(Point::name).orElse(null);
    }

    Read read(String shown) {
        String text = shown.strip();
        if (text.regionMatches(true, 0, BadgeSeal.PREFIX, 0, BadgeSeal.PREFIX.length())
                && text.length() > 2 * BadgeSeal.PREFIX.length() + 8) {
            Optional<Badge> badge = seal.open(text);
            return new Read(
                    badge.isEmpty(),
                    badge.map(Badge::number),
                    badge.map(Badge::issue).orElse(null));
        }
        return new Read(false, BadgeNumber.read(text), null);
    }

    record Read(
            boolean forged,
            Optional<String> number,
            @Nullable Integer issue) {}

    /** Nothing is written for somebody who does not pass; a repeat of a command that passed is no second one. */
    private static final class Stopped extends RuntimeException {
        private final Answer said;
        private final transient Accreditation asked;

        private Stopped(Answer said, Accreditation asked) {
            super(said.code(), null, false, false);
            this.said = said;
            this.asked = asked;
        }
    }
}
