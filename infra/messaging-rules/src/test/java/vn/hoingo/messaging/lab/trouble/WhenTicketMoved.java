package vn.hoingo.messaging.lab.trouble;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** Hears moves with trouble; and cancellations only since somebody asked for them. */
@Component
public class WhenTicketMoved {

    public static final String SINCE = "2026-01-01T00:00:00Z";

    private final Trouble trouble;

    WhenTicketMoved(Trouble trouble) {
        this.trouble = trouble;
    }

    @OnMessage("lab.ticket")
    void hear(TicketMoved message, Heard heard) {
        trouble.hear(heard);
    }

    @OnMessage(value = "lab.ticket", since = SINCE)
    void hearOfLate(TicketCancelled message, Heard heard) {
        trouble.hear(heard);
    }

    @Contract("lab.ticket-moved.v1")
    public record TicketMoved(UUID ticketId, int seat) {}

    @Contract("lab.ticket-cancelled.v1")
    public record TicketCancelled(UUID ticketId) {}
}
