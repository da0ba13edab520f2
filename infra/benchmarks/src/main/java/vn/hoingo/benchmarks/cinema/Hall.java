package vn.hoingo.benchmarks.cinema;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;
import vn.hoingo.messaging.Contract;

/** The arbiter of the seats of one hall: it names who has one. */
@Document("halls")
@Announces("cinema.hall")
public class Hall extends Aggregate<HallId> {

    private final int seats;
    private Set<UUID> takers = new LinkedHashSet<>();

    public Hall(HallId id, int seats) {
        super(id);
        this.seats = seats;
    }

    /** Answers how many seats are left. */
    public int take(UUID taker) {
        if (takers.contains(taker)) {
            return seats - takers.size();
        }
        if (takers.size() >= seats) {
            throw new HallRefusal(HallRefusal.Reason.SOLD_OUT, seats);
        }
        takers.add(taker);
        announce(new SeatTaken(id().value(), taker));
        return seats - takers.size();
    }

    public int taken() {
        return takers.size();
    }

    @Contract("cinema.seat-taken.v1")
    public record SeatTaken(UUID hallId, UUID taker) {}
}
