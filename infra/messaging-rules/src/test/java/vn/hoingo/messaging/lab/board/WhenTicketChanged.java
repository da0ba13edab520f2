package vn.hoingo.messaging.lab.board;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;
import vn.hoingo.messaging.OnMessage;

/** The board shows where a ticket sits. */
@Component
public class WhenTicketChanged {

    private final LocalCopy<KnownTicket> tickets;

    WhenTicketChanged(LocalCopies copies) {
        this.tickets = copies.of(KnownTicket.class);
    }

    @OnMessage(value = "lab.ticket", feeds = KnownTicket.class)
    void show(TicketIssued message, Heard heard) {
        tickets.apply(
                message.ticketId(),
                heard,
                before -> new KnownTicket(message.ticketId(), message.eventId(), message.seat(), 0));
    }

    /** A seat below zero is the bug that some tests need. */
    @OnMessage(value = "lab.ticket", feeds = KnownTicket.class)
    void move(TicketMoved message, Heard heard) {
        if (message.seat() < 0) {
            throw new IllegalArgumentException("no such seat");
        }
        tickets.apply(
                message.ticketId(),
                heard,
                before -> before == null
                        ? null
                        : new KnownTicket(before.id(), before.show(), message.seat(), before.moves() + 1));
    }

    @OnMessage(value = "lab.ticket", feeds = KnownTicket.class)
    void takeOff(TicketCancelled message, Heard heard) {
        tickets.apply(message.ticketId(), heard, before -> null);
    }

    @Contract("lab.ticket-issued.v1")
    public record TicketIssued(UUID ticketId, UUID eventId, int seat) {}

    @Contract("lab.ticket-moved.v1")
    public record TicketMoved(UUID ticketId, int seat) {}

    @Contract("lab.ticket-cancelled.v1")
    public record TicketCancelled(UUID ticketId) {}
}
