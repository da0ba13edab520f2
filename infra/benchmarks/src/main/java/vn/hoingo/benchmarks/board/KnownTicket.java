package vn.hoingo.benchmarks.board;

import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** What the board needs to know of a ticket. */
@Document("known_tickets")
public record KnownTicket(@Id UUID id, UUID show, int seat) {}
