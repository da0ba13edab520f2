package vn.hoingo.messaging.lab.takings;

import vn.hoingo.messaging.Aggregates;

public interface Receipts extends Aggregates<Receipt, Receipt.ReceiptId> {}
