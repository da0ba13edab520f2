package vn.hoingo.delegations.accreditation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.badge.BadgeNumber;
import vn.hoingo.delegations.member.MemberKind;
import vn.hoingo.delegations.partner.Partner;
import vn.hoingo.delegations.person.Particulars;
import vn.hoingo.delegations.text.Text;

/** An accreditation as its page shows it; {@code number} as it is printed, {@code reason} for those who decide. */
record AccreditationView(
        UUID id,
        UUID eventId,
        UUID delegationId,
        UUID memberId,
        @Nullable String name,
        MemberKind kind,
        @Nullable Text partnerName,
        String number,
        int issue,
        Accreditation.State state,
        List<Zone> zones,
        List<Inside> inside,
        Instant issuedAt,
        @Nullable Instant revokedAt,
        @Nullable String reason,
        long version) {

    static AccreditationView of(Accreditation shown, AccreditationDesk.Bearers bearers, boolean decides) {
        Particulars person = bearers.person(shown);
        Partner partner = bearers.partner(shown);
        return new AccreditationView(
                shown.id().value(),
                shown.event(),
                shown.delegation(),
                shown.member(),
                person == null ? null : person.shownName(),
                shown.kind(),
                partner == null ? null : partner.name(),
                BadgeNumber.printed(shown.number()),
                shown.issue(),
                shown.state(),
                shown.zones(),
                shown.inside().entrySet().stream()
                        .map(each -> new Inside(
                                each.getKey(),
                                each.getValue().point(),
                                each.getValue().since()))
                        .sorted(Comparator.comparing(Inside::zone))
                        .toList(),
                shown.issuedAt(),
                shown.revokedAt(),
                decides ? shown.reason() : null,
                shown.version());
    }

    record Inside(Zone zone, UUID pointId, Instant since) {}
}
