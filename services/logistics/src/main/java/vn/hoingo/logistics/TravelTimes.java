package vn.hoingo.logistics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things take at the city's airport and on its roads, as the dispatchers have learnt it.
 *
 * @param immigration from landing until the party stands outside
 * @param transfer from the airport to the hotel or the hall
 * @param margin what a party is given to be ready for its first obligation
 * @param buffer what a car or a person needs between two parties
 * @param hold for how long something scarce is kept while the rest is looked for
 * @param tryAgain how often a plan that lacks something is tried again, though nothing was heard to be free
 * @param piecesPerSeat how many pieces of luggage take the place of one person
 * @param headCarRank up to which rank (1 is the highest) the head of a delegation has a car of their own
 */
@ConfigurationProperties("hoingo.travel")
public record TravelTimes(
        @DefaultValue("45m") Duration immigration,
        @DefaultValue("60m") Duration transfer,
        @DefaultValue("30m") Duration margin,
        @DefaultValue("30m") Duration buffer,
        @DefaultValue("2h") Duration hold,
        @DefaultValue("5m") Duration tryAgain,
        @DefaultValue("3") int piecesPerSeat,
        @DefaultValue("6") int headCarRank) {

    /** How many seats a vehicle needs for these people and what they carry. */
    public int seatsFor(int people, int luggage) {
        return people + (luggage + piecesPerSeat - 1) / piecesPerSeat;
    }
}
