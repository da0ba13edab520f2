package vn.hoingo.messaging.lab.hall;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;
import vn.hoingo.messaging.Contract;

/** The arbiter of the seats of one hall: it names who has one. */
@Document("halls")
@Announces("lab.hall")
public class Hall extends Aggregate<HallId> {

    private final int seats;
    private List<UUID> takers = new ArrayList<>();

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

    /** Whoever ends gives back what it holds, whether or not it believes that it holds any. */
    public void giveBack(UUID taker) {
        if (takers.remove(taker)) {
            announce(new SeatGivenBack(id().value(), taker));
        }
    }

    public void annotate(int characters) {
        announce(new HallAnnotated(id().value(), "n".repeat(characters)));
    }

    public List<UUID> takers() {
        return List.copyOf(takers);
    }

    @Contract("lab.seat-taken.v1")
    public record SeatTaken(UUID hallId, UUID taker) {}

    @Contract("lab.seat-given-back.v1")
    public record SeatGivenBack(UUID hallId, UUID taker) {}

    @Contract("lab.hall-annotated.v1")
    public record HallAnnotated(UUID hallId, String note) {}
}
