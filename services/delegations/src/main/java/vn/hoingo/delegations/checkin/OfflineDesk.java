package vn.hoingo.delegations.checkin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.delegations.accreditation.Accreditation;
import vn.hoingo.delegations.accreditation.Accreditation.Answer;
import vn.hoingo.delegations.accreditation.AccreditationDesk;
import vn.hoingo.delegations.accreditation.Accreditations;
import vn.hoingo.delegations.accreditation.Zone;
import vn.hoingo.delegations.badge.BadgeNumber;
import vn.hoingo.delegations.badge.BadgeSeal;
import vn.hoingo.doors.Invalid;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.Ids;

/**
 * What a door takes along when its network may fail, and what it brings back. Whoever it let through is inside, whatever we would
 * have said; where we would have said something else, that is listed and not smoothed over.
 */
@Component
class OfflineDesk {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Points points;
    private final Accreditations accreditations;
    private final AccreditationDesk badges;
    private final DoorDesk doors;
    private final BadgeSeal seal;
    private final Decisions decisions;
    private final JsonMapper json;
    private final Clock clock;

    OfflineDesk(
            Points points,
            Accreditations accreditations,
            AccreditationDesk badges,
            DoorDesk doors,
            BadgeSeal seal,
            Decisions decisions,
            JsonMapper json,
            Clock clock) {
        this.points = points;
        this.accreditations = accreditations;
        this.badges = badges;
        this.doors = doors;
        this.seal = seal;
        this.decisions = decisions;
        this.json = json;
        this.clock = clock;
    }

    /** All badges of an event as they are now, without a name, signed so that nobody can add one. */
    Snapshot snapshot(UUID event) {
        Instant now = clock.instant();
        List<Held> held = accreditations.findByEvent(event).stream()
                .sorted(Comparator.comparing(Accreditation::number))
                .map(each -> new Held(
                        each.number(),
                        each.issue(),
                        each.state(),
                        each.zones(),
                        each.inside().keySet().stream().sorted().toList()))
                .toList();
        return new Snapshot(
                now, held.size(), seal.publicKey(), seal.jws(json.writeValueAsBytes(new Contents(event, now, held))));
    }

    /** Takes what a door did; the same list told twice is answered the same. */
    Report take(PointId at, String device, List<Done> all) {
        Point point = points.get(at);
        Instant latest = clock.instant().plus(CLOCKS_DIFFER);
        for (int place = 0; place < all.size(); place++) {
            if (all.get(place).at().isAfter(latest)) {
                throw new Invalid("/passages/" + place + "/at", "check-in.in-the-future");
            }
        }
        List<Conflict> conflicts = new ArrayList<>();
        for (Done done : all.stream().sorted(Comparator.comparing(Done::at)).toList()) {
            conflict(point, device, done).ifPresent(conflicts::add);
        }
        return new Report(all.size(), conflicts);
    }

    private Optional<Conflict> conflict(Point point, String device, Done done) {
        DoorDesk.Read read = doors.read(done.badge());
        if (read.forged()) {
            return Optional.of(new Conflict(done.badge(), done.direction(), done.at(), Answer.FORGED, null));
        }
        Optional<Accreditation> known = read.number().flatMap(accreditations::findByNumber);
        if (known.isEmpty()) {
            return Optional.of(new Conflict(done.badge(), done.direction(), done.at(), Answer.UNKNOWN, null));
        }
        Accreditation badge = known.get();
        if (!badge.event().equals(point.event())) {
            return Optional.of(new Conflict(done.badge(), done.direction(), done.at(), Answer.WRONG_EVENT, null));
        }
        String key = Ids.from(
                        "offline passage", device, point.id().value(), badge.number(), done.direction(), done.at())
                .toString();
        Accreditation noted = decisions.change(
                accreditations,
                badge.id(),
                each -> each.passedOffline(
                        key,
                        point.id().value(),
                        point.zone(),
                        done.direction() == Direction.OUT,
                        read.issue(),
                        done.at()));
        return noted.conflictOf(key)
                .map(answer -> new Conflict(
                        BadgeNumber.printed(badge.number()),
                        done.direction(),
                        done.at(),
                        answer,
                        DoorAnswer.Bearer.of(noted, badges.bearers(List.of(noted)))));
    }

    /** What a door did without asking: it let somebody through. */
    record Done(String badge, Direction direction, Instant at) {}

    /** One passage that we would not have allowed, and why; who it was, where the badge is known. */
    record Conflict(String badge, Direction direction, Instant at, Answer answer, DoorAnswer.@Nullable Bearer bearer) {}

    record Report(int taken, List<Conflict> conflicts) {}

    /**
     * A list that a door can trust without us.
     *
     * @param publicKey Ed25519, the {@code x} of a JSON Web Key; badges are signed by the same key
     * @param jws {@link Contents} as a compact JWS
     */
    record Snapshot(Instant takenAt, int badges, String publicKey, String jws) {}

    record Contents(UUID eventId, Instant takenAt, List<Held> badges) {}

    record Held(String number, int issue, Accreditation.State state, List<Zone> zones, List<Zone> inside) {}
}
