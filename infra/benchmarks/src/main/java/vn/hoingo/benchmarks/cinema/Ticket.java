package vn.hoingo.benchmarks.cinema;

import java.util.UUID;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;
import vn.hoingo.messaging.Contract;

/** A ticket is issued for a show and may move to another seat. */
@Document("tickets")
@Announces("cinema.ticket")
public class Ticket extends Aggregate<TicketId> {

    private final UUID show;
    private int seat;

    public Ticket(TicketId id, UUID show) {
        super(id);
        this.show = show;
    }

    public static Ticket issue(TicketId id, UUID show, int seat) {
        Ticket ticket = new Ticket(id, show);
        ticket.seat = seat;
        ticket.announce(new TicketIssued(id.value(), show, seat));
        return ticket;
    }

    public void move(int to) {
        seat = to;
        announce(new TicketMoved(id().value(), to));
    }

    @Contract("cinema.ticket-issued.v1")
    public record TicketIssued(UUID ticketId, UUID showId, int seat) {}

    @Contract("cinema.ticket-moved.v1")
    public record TicketMoved(UUID ticketId, int seat) {}
}
