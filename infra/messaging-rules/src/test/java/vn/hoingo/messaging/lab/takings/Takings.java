package vn.hoingo.messaging.lab.takings;

import java.util.UUID;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.Id;

/** How many tickets of a show were issued: counted once each, by a mark per ticket. */
@Document("takings")
public class Takings extends Aggregate<Takings.ShowId> {

    private int sold;

    Takings(ShowId id) {
        super(id);
    }

    void count(Heard heard) {
        if (!alreadyHeard(heard)) {
            sold++;
        }
    }

    public int sold() {
        return sold;
    }

    public record ShowId(UUID value) implements Id {}
}
