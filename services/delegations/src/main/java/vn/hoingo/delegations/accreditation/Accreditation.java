package vn.hoingo.delegations.accreditation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.delegations.accreditation.AccreditationFact.AccreditationRevoked;
import vn.hoingo.delegations.accreditation.AccreditationFact.AccreditationZonesChanged;
import vn.hoingo.delegations.accreditation.AccreditationFact.BadgeIssued;
import vn.hoingo.delegations.accreditation.AccreditationFact.BadgeReplaced;
import vn.hoingo.delegations.accreditation.AccreditationFact.DelegateCheckedIn;
import vn.hoingo.delegations.accreditation.AccreditationFact.DelegateCheckedOut;
import vn.hoingo.delegations.accreditation.AccreditationRefusal.Reason;
import vn.hoingo.delegations.member.MemberKind;
import vn.hoingo.doors.Coded;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;

/**
 * The right of one member of an approved delegation to be in some zones of an event, with the badge that proves it. A badge that
 * is printed again is good in its last issue only; one that is revoked opens no door any more.
 *
 * <p>It also knows where its bearer is: a door asks it, and whoever passes is noted by the same write that answers. Two doors that
 * ask at once are told one after the other, so that the second one hears of the first.
 */
@Document("accreditations")
@Announces("delegations.accreditation")
@CompoundIndex(def = "{'event': 1, 'issuedAt': 1, '_id': 1}")
@CompoundIndex(def = "{'delegation': 1, 'issuedAt': 1, '_id': 1}")
public class Accreditation extends Aggregate<AccreditationId> {

    private static final int KEPT_PASSAGES = 200;

    private final UUID event;
    private final UUID delegation;
    private final UUID partner;
    private final UUID member;
    private final UUID person;
    private final MemberKind kind;

    @Indexed(unique = true)
    private final String number;

    private State state = State.ISSUED;
    private int issue = 1;
    private Set<Zone> zones = Set.of();
    private Instant issuedAt = Instant.EPOCH;
    private Instant printedAt = Instant.EPOCH;
    private @Nullable Instant revokedAt;
    private @Nullable String reason;
    private Map<Zone, Presence> inside = new EnumMap<>(Zone.class);
    private List<Passage> passages = new ArrayList<>();

    Accreditation(
            AccreditationId id,
            UUID event,
            UUID delegation,
            UUID partner,
            UUID member,
            UUID person,
            MemberKind kind,
            String number) {
        super(id);
        this.event = event;
        this.delegation = delegation;
        this.partner = partner;
        this.member = member;
        this.person = person;
        this.kind = kind;
        this.number = number;
    }

    static Accreditation issue(Delegates.Delegate delegate, String number, Collection<Zone> zones, Instant now) {
        Accreditation accreditation = new Accreditation(
                AccreditationId.of(delegate.delegation(), delegate.member()),
                delegate.event(),
                delegate.delegation(),
                delegate.partner(),
                delegate.member(),
                delegate.person(),
                delegate.kind(),
                number);
        accreditation.zones = new TreeSet<>(zones);
        accreditation.issuedAt = now;
        accreditation.printedAt = now;
        accreditation.announceIssued();
        return accreditation;
    }

    /** A badge that was revoked may be issued again, as another print; one that is good stays as it is. */
    void issueAgain(Collection<Zone> allowed, Instant now) {
        if (state == State.ISSUED) {
            return;
        }
        state = State.ISSUED;
        reason = null;
        revokedAt = null;
        zones = new TreeSet<>(allowed);
        issue++;
        printedAt = now;
        announceIssued();
    }

    private void announceIssued() {
        announce(new BadgeIssued(id().value(), event, delegation, partner, member, codes(zones), issue));
    }

    void allow(Collection<Zone> allowed) {
        refuseUnlessGood();
        if (zones.equals(Set.copyOf(allowed))) {
            return;
        }
        zones = new TreeSet<>(allowed);
        announce(new AccreditationZonesChanged(id().value(), event, delegation, partner, member, codes(zones)));
    }

    /** Another print; the one before opens no door any more. */
    void reprint(Instant now) {
        refuseUnlessGood();
        issue++;
        printedAt = now;
        announce(new BadgeReplaced(id().value(), event, delegation, partner, member, issue));
    }

    /** @param why in our own words; they stay here, the others hear that somebody decided so */
    void revoke(String why, Instant now) {
        revoke("by-staff", why, now);
    }

    /** The delegation or the host no longer counts on this member. */
    void lapse(Instant now) {
        revoke("no-longer-approved", null, now);
    }

    private void revoke(String code, @Nullable String why, Instant now) {
        if (state == State.REVOKED) {
            return;
        }
        state = State.REVOKED;
        revokedAt = now;
        reason = why;
        announce(new AccreditationRevoked(id().value(), event, delegation, partner, member, code));
    }

    private void refuseUnlessGood() {
        if (state == State.REVOKED) {
            throw new AccreditationRefusal(Reason.BADGE_REVOKED);
        }
    }

    /**
     * What a door has to say to this badge.
     *
     * @param shown the issue that was shown; null when its number was typed
     */
    public Answer answer(Zone zone, boolean out, @Nullable Integer shown) {
        if (out) {
            return inside.containsKey(zone) ? Answer.CHECKED_OUT : Answer.NOT_INSIDE; // nobody is kept in
        }
        if (state == State.REVOKED) {
            return Answer.REVOKED;
        }
        if (shown != null && shown < issue) {
            return Answer.REPLACED;
        }
        if (!zones.contains(zone)) {
            return Answer.WRONG_ZONE;
        }
        return inside.containsKey(zone) ? Answer.ALREADY_INSIDE : Answer.ADMITTED;
    }

    /** Answers, and notes who passed. */
    public Answer pass(UUID point, Zone zone, boolean out, @Nullable Integer shown, Instant now) {
        Answer answer = answer(zone, out, shown);
        if (answer.passes()) {
            note(new Passage(null, point, zone, out, now, null));
        }
        return answer;
    }

    /**
     * What a door without a network did is noted as it happened, for the bearer did pass. What the door would have been told,
     * had it asked, stands beside it when that was something else.
     *
     * @param key the same whenever the same passage is told again
     * @return what contradicts it, or nothing
     */
    public Optional<Answer> passedOffline(
            String key, UUID point, Zone zone, boolean out, @Nullable Integer shown, Instant at) {
        if (told(key).isEmpty()) {
            note(new Passage(key, point, zone, out, at, contradicts(zone, out, shown, at)));
        }
        return conflictOf(key);
    }

    /** What contradicts a passage that was told under this key, or nothing. */
    public Optional<Answer> conflictOf(String key) {
        return told(key).map(Passage::conflict);
    }

    private Optional<Passage> told(String key) {
        return passages.stream().filter(passage -> key.equals(passage.key())).findFirst();
    }

    private @Nullable Answer contradicts(Zone zone, boolean out, @Nullable Integer shown, Instant at) {
        Answer answer = answer(zone, out, shown);
        boolean knownOnlyLater = answer == Answer.REVOKED && revokedAt != null && revokedAt.isAfter(at)
                || answer == Answer.REPLACED && printedAt.isAfter(at);
        return answer.passes() || knownOnlyLater ? null : answer;
    }

    private void note(Passage passage) {
        passages.add(passage);
        if (passages.size() > KEPT_PASSAGES) {
            passages.removeFirst();
        }
        boolean offline = passage.key() != null;
        if (!passage.out() && !inside.containsKey(passage.zone())) {
            inside.put(passage.zone(), new Presence(passage.point(), passage.at()));
            announce(new DelegateCheckedIn(
                    id().value(),
                    event,
                    delegation,
                    partner,
                    member,
                    passage.point(),
                    passage.zone().code(),
                    passage.at(),
                    offline));
        } else if (passage.out() && inside.remove(passage.zone()) != null) {
            announce(new DelegateCheckedOut(
                    id().value(),
                    event,
                    delegation,
                    partner,
                    member,
                    passage.point(),
                    passage.zone().code(),
                    passage.at(),
                    offline));
        }
    }

    private static List<String> codes(Set<Zone> zones) {
        return zones.stream().sorted().map(Zone::code).toList();
    }

    public UUID event() {
        return event;
    }

    public UUID delegation() {
        return delegation;
    }

    public UUID partner() {
        return partner;
    }

    public UUID member() {
        return member;
    }

    public UUID person() {
        return person;
    }

    public MemberKind kind() {
        return kind;
    }

    public String number() {
        return number;
    }

    public int issue() {
        return issue;
    }

    public State state() {
        return state;
    }

    public List<Zone> zones() {
        return zones.stream().sorted().toList();
    }

    public Map<Zone, Presence> inside() {
        return Map.copyOf(inside);
    }

    public List<Passage> passages() {
        return List.copyOf(passages);
    }

    Instant issuedAt() {
        return issuedAt;
    }

    @Nullable
    Instant revokedAt() {
        return revokedAt;
    }

    @Nullable
    String reason() {
        return reason;
    }

    /** The last time that its bearer passed, whichever way. */
    public Optional<Passage> lastPassage() {
        return passages.isEmpty() ? Optional.empty() : Optional.of(Objects.requireNonNull(passages.getLast()));
    }

    /** Whether the badge is good. */
    public enum State implements Coded {
        ISSUED,
        REVOKED
    }

    /** What a door says, by its reason. */
    public enum Answer implements Coded {
        ADMITTED,
        CHECKED_OUT,
        ALREADY_INSIDE,
        NOT_INSIDE,
        REVOKED,
        REPLACED,
        WRONG_ZONE,
        WRONG_EVENT,
        FORGED,
        UNKNOWN;

        public boolean passes() {
            return this == ADMITTED || this == CHECKED_OUT;
        }
    }

    /** Where somebody is, and since when. */
    public record Presence(UUID point, Instant since) {}

    /**
     * Somebody went through a door.
     *
     * @param key of one that was told afterwards by a door without a network
     * @param conflict what that door would have been told
     */
    public record Passage(
            @Nullable String key,
            UUID point,
            Zone zone,
            boolean out,
            Instant at,
            @Nullable Answer conflict) {}
}
