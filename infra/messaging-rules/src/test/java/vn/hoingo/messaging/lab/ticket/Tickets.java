package vn.hoingo.messaging.lab.ticket;

import vn.hoingo.messaging.Aggregates;

public interface Tickets extends Aggregates<Ticket, TicketId> {}
