package vn.hoingo.messaging.lab.ticket;

import java.util.UUID;
import vn.hoingo.messaging.Contract;

/** What can happen to a ticket. */
public sealed interface TicketFact {

    @Contract("lab.ticket-issued.v1")
    record TicketIssued(UUID ticketId, UUID eventId, int seat) implements TicketFact {}

    @Contract("lab.ticket-moved.v1")
    record TicketMoved(UUID ticketId, int seat) implements TicketFact {}

    @Contract("lab.ticket-cancelled.v1")
    record TicketCancelled(UUID ticketId) implements TicketFact {}

    @Contract("lab.ticket-annotated.v1")
    record TicketAnnotated(UUID ticketId, String note) implements TicketFact {}
}
