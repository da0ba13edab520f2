package vn.hoingo.delegations.partner;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.text.Text;
import vn.hoingo.doors.Caller;

/** A partner as it is shown; its focal point only to those who write to it. */
record PartnerView(
        UUID id,
        Text name,
        List<String> aliases,
        PartnerKind kind,
        String countryCode,
        Text countryName,
        @Nullable String relation,
        @Nullable LocalDate relationSince,
        String language,
        @Nullable String contactName,
        @Nullable String contactEmail,
        @Nullable String note,
        long version) {

    static PartnerView of(Partner partner, Caller caller) {
        Particulars known = partner.particulars();
        boolean writes = caller.isAnyOf("organiser", "delegation-officer", "protocol-officer", "service")
                || partner.id().value().equals(caller.partner());
        return new PartnerView(
                partner.id().value(),
                known.name(),
                known.aliases(),
                known.kind(),
                known.countryCode(),
                known.countryName(),
                known.relation(),
                known.relationSince(),
                known.language(),
                writes ? known.contactName() : null,
                writes ? known.contactEmail() : null,
                caller.partner() == null ? known.note() : null,
                partner.version());
    }
}
