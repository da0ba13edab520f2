package vn.hoingo.delegations.partner;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.text.Text;

/**
 * What is known of a partner.
 *
 * @param countryName the display name that the department approved, which need not be that of any standard
 * @param relation how it stands to the city, such as {@code sister}
 * @param contactName the focal point; like the address never announced
 */
public record Particulars(
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
        @Nullable String note) {}
