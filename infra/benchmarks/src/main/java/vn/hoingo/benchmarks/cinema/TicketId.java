package vn.hoingo.benchmarks.cinema;

import java.util.UUID;
import vn.hoingo.messaging.Id;

public record TicketId(UUID value) implements Id {}
