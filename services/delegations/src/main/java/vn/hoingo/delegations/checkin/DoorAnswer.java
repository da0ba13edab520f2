package vn.hoingo.delegations.checkin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.accreditation.Accreditation;
import vn.hoingo.delegations.accreditation.Accreditation.Answer;
import vn.hoingo.delegations.accreditation.AccreditationDesk.Bearers;
import vn.hoingo.delegations.accreditation.Zone;
import vn.hoingo.delegations.badge.BadgeNumber;
import vn.hoingo.delegations.member.MemberKind;
import vn.hoingo.delegations.partner.Partner;
import vn.hoingo.delegations.person.Particulars;
import vn.hoingo.delegations.text.Text;

/**
 * What a door says to a badge, and to whom it says so.
 *
 * @param since when whoever is already inside came in, and through which door
 */
record DoorAnswer(
        Answer answer,
        Direction direction,
        Zone zone,
        Instant at,
        @Nullable Instant since,
        @Nullable Text sincePoint,
        @Nullable Bearer bearer) {

    static DoorAnswer toNobody(Answer answer, Direction direction, Zone zone, Instant at) {
        return new DoorAnswer(answer, direction, zone, at, null, null, null);
    }

    /** Who wears the badge, as far as a door needs to know. */
    record Bearer(
            UUID accreditationId,
            UUID delegationId,
            String number,
            @Nullable String name,
            MemberKind kind,
            @Nullable Text partnerName,
            List<Zone> zones) {

        static Bearer of(Accreditation accreditation, Bearers bearers) {
            Particulars person = bearers.person(accreditation);
            Partner partner = bearers.partner(accreditation);
            return new Bearer(
                    accreditation.id().value(),
                    accreditation.delegation(),
                    BadgeNumber.printed(accreditation.number()),
                    person == null ? null : person.shownName(),
                    accreditation.kind(),
                    partner == null ? null : partner.name(),
                    accreditation.zones());
        }
    }
}
