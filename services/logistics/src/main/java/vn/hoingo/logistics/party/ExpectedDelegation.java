package vn.hoingo.logistics.party;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A delegation as we expect it: its parties and what they speak.
 *
 * @param gone why nobody of it is expected any more; null while they are
 */
@Document("expected_delegations")
public record ExpectedDelegation(
        @Id UUID id,
        UUID eventId,
        UUID partnerId,
        int version,
        int headRank,
        List<String> languages,
        List<Party> parties,
        @Nullable String gone) {

    ExpectedDelegation led(int rank, int asOfVersion) {
        return new ExpectedDelegation(
                id, eventId, partnerId, Math.max(version, asOfVersion), rank, languages, parties, gone);
    }

    ExpectedDelegation gone(String reason) {
        return new ExpectedDelegation(id, eventId, partnerId, version, headRank, languages, List.of(), reason);
    }

    /**
     * People of it who travel together.
     *
     * @param people members and companions
     * @param heads whether the head of the delegation is among them
     * @param flight null while it is not known, or when they do not fly
     */
    public record Party(
            UUID partyId,
            int people,
            boolean heads,
            int luggage,
            @Nullable Flight flight) {}
}
