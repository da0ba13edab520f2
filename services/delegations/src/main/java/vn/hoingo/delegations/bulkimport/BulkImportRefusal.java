package vn.hoingo.delegations.bulkimport;

import vn.hoingo.messaging.Refusal;

/** Why something cannot be done with an import. */
final class BulkImportRefusal extends Refusal {

    enum Reason {
        IMPORT_NOT_CHECKED,
        IMPORT_NOT_DONE,
        IMPORT_TAKES_NOTHING
    }

    BulkImportRefusal(Reason reason, Object... values) {
        super(reason, values);
    }
}
