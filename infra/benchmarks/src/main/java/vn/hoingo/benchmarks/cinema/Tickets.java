package vn.hoingo.benchmarks.cinema;

import vn.hoingo.messaging.Aggregates;

public interface Tickets extends Aggregates<Ticket, TicketId> {}
