package vn.hoingo.delegations.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Members who travel together. Without a flight they come on their own. */
public record Party(
        UUID partyId,
        List<MemberId> members,
        int luggage,
        @Nullable Flight flight) {

    Party without(Set<MemberId> gone) {
        return new Party(
                partyId,
                members.stream().filter(member -> !gone.contains(member)).toList(),
                luggage,
                flight);
    }

    Party with(MemberId next, MemberId inPlaceOf) {
        List<MemberId> travelling = new ArrayList<>();
        members.forEach(member -> travelling.add(member.equals(inPlaceOf) ? next : member));
        return new Party(partyId, travelling, luggage, flight);
    }
}
