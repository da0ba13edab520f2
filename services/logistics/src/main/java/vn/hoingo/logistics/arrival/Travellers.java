package vn.hoingo.logistics.arrival;

import java.util.List;
import vn.hoingo.doors.Coded;
import vn.hoingo.logistics.TravelTimes;
import vn.hoingo.logistics.party.ExpectedDelegation;

/**
 * Who arrives together, and what that entitles them to.
 *
 * @param people members and companions
 * @param heads whether the head of the delegation is among them
 * @param headRank the head's rank; 1 is the highest
 * @param languages what they speak, ISO 639
 */
record Travellers(int people, int luggage, boolean heads, int headRank, List<String> languages) {

    private static final List<String> SPOKEN_HERE = List.of("vi", "en");

    static Travellers of(ExpectedDelegation delegation, ExpectedDelegation.Party party) {
        return new Travellers(
                party.people(), party.luggage(), party.heads(), delegation.headRank(), delegation.languages());
    }

    Travellers ledBy(int rank) {
        return new Travellers(people, luggage, heads, rank, languages);
    }

    boolean needInterpreter() {
        return !languages.isEmpty() && languages.stream().noneMatch(SPOKEN_HERE::contains);
    }

    Entitlement entitlement(TravelTimes times) {
        return heads && headRank <= times.headCarRank() ? Entitlement.HEAD_CAR : Entitlement.SHARED_VAN;
    }

    /** What kind of car meets them. */
    enum Entitlement implements Coded {
        HEAD_CAR,
        SHARED_VAN
    }
}
