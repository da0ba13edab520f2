package vn.hoingo.delegations.delegation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.text.Text;

/** A delegation in a list; {@code memberCount} counts companions, too. */
record DelegationLine(
        UUID id,
        UUID eventId,
        @Nullable Text eventName,
        UUID partnerId,
        @Nullable Text partnerName,
        @Nullable String countryCode,
        @Nullable String label,
        DelegationState state,
        int revision,
        int memberCount,
        int companionCount,
        @Nullable String headName,
        @Nullable Integer headRank,
        int pendingChanges,
        @Nullable Instant submittedAt,
        Instant changedAt,
        long version) {}
