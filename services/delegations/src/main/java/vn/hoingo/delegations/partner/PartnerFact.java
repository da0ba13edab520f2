package vn.hoingo.delegations.partner;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.messaging.Contract;

/** What can happen to a partner. */
sealed interface PartnerFact {

    @Contract("delegations.partner-registered.v1")
    record PartnerRegistered(
            UUID partnerId,
            Text name,
            String kind,
            String countryCode,
            String language,
            @Nullable String relation) implements PartnerFact {}

    @Contract("delegations.partner-changed.v1")
    record PartnerChanged(
            UUID partnerId,
            Text name,
            String kind,
            String countryCode,
            String language,
            @Nullable String relation) implements PartnerFact {}

    record Text(String vi, String en) {}
}
