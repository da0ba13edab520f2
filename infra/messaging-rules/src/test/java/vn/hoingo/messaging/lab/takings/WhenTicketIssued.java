package vn.hoingo.messaging.lab.takings;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.Heard;
import vn.hoingo.messaging.OnMessage;

/** A ticket that was issued is counted and has a receipt. */
@Component
public class WhenTicketIssued {

    private final Decisions decisions;
    private final AllTakings takings;
    private final Receipts receipts;

    WhenTicketIssued(Decisions decisions, AllTakings takings, Receipts receipts) {
        this.decisions = decisions;
        this.takings = takings;
        this.receipts = receipts;
    }

    @OnMessage("lab.ticket")
    void count(TicketIssued message, Heard heard) {
        Takings.ShowId show = new Takings.ShowId(message.eventId());
        decisions.decide(takings, show, () -> new Takings(show), counted -> {
            counted.count(heard);
            return counted.sold();
        });
        decisions.open(receipts, Receipt.ReceiptId.of(message.ticketId()), () -> Receipt.write(message.ticketId()));
    }

    @Contract("lab.ticket-issued.v1")
    public record TicketIssued(UUID ticketId, UUID eventId) {}
}
