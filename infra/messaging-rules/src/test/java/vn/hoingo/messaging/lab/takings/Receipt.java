package vn.hoingo.messaging.lab.takings;

import java.util.UUID;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.Id;
import vn.hoingo.messaging.Ids;

/** The receipt of a ticket: its id derives from the ticket's, so there is one. */
@Document("receipts")
@Announces("lab.receipt")
public class Receipt extends Aggregate<Receipt.ReceiptId> {

    private final UUID ticket;

    Receipt(ReceiptId id, UUID ticket) {
        super(id);
        this.ticket = ticket;
    }

    static Receipt write(UUID ticket) {
        Receipt receipt = new Receipt(ReceiptId.of(ticket), ticket);
        receipt.announce(new ReceiptWritten(receipt.id().value(), ticket));
        return receipt;
    }

    UUID ticket() {
        return ticket;
    }

    public record ReceiptId(UUID value) implements Id {

        public static ReceiptId of(UUID ticket) {
            return new ReceiptId(Ids.from("receipt", ticket));
        }
    }

    @Contract("lab.receipt-written.v1")
    public record ReceiptWritten(UUID receiptId, UUID ticketId) {}
}
