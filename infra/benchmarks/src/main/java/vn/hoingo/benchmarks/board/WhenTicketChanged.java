package vn.hoingo.benchmarks.board;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;
import vn.hoingo.messaging.OnMessage;

/** The board shows where a ticket sits. */
@Component
class WhenTicketChanged {

    private final LocalCopy<KnownTicket> tickets;
    private final Shown shown;

    WhenTicketChanged(LocalCopies copies, Shown shown) {
        this.tickets = copies.of(KnownTicket.class);
        this.shown = shown;
    }

    @OnMessage(value = "cinema.ticket", feeds = KnownTicket.class)
    void show(TicketIssued message, Heard heard) {
        tickets.apply(
                message.ticketId(),
                heard,
                before -> new KnownTicket(message.ticketId(), message.showId(), message.seat()));
        shown.is(message.ticketId());
    }

    @OnMessage(value = "cinema.ticket", feeds = KnownTicket.class)
    void move(TicketMoved message, Heard heard) {
        tickets.apply(
                message.ticketId(),
                heard,
                before -> before == null ? null : new KnownTicket(before.id(), before.show(), message.seat()));
    }

    @Contract("cinema.ticket-issued.v1")
    record TicketIssued(UUID ticketId, UUID showId, int seat) {}

    @Contract("cinema.ticket-moved.v1")
    record TicketMoved(UUID ticketId, int seat) {}
}
