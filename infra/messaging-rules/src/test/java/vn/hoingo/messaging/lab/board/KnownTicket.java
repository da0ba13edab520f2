package vn.hoingo.messaging.lab.board;

import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** What the board needs to know of a ticket; {@code moves} would betray a message that was heard twice. */
@Document("known_tickets")
public record KnownTicket(@Id UUID id, @Indexed UUID show, int seat, int moves) {}
