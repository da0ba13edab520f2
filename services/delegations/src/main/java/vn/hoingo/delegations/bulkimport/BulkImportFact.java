package vn.hoingo.delegations.bulkimport;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.messaging.Contract;

/** What can happen to an import. Counts; nobody is named, and the delegations tell their own facts. */
sealed interface BulkImportFact {

    @Contract("delegations.bulk-import-started.v1")
    record BulkImportStarted(
            UUID importId, UUID eventId, @Nullable UUID partnerId, int rows, boolean submits)
            implements BulkImportFact {}

    @Contract("delegations.bulk-import-completed.v1")
    record BulkImportCompleted(
            UUID importId,
            UUID eventId,
            @Nullable UUID partnerId,
            int taken,
            int refused,
            int delegations,
            int submitted)
            implements BulkImportFact {}

    @Contract("delegations.bulk-import-undone.v1")
    record BulkImportUndone(
            UUID importId, UUID eventId, @Nullable UUID partnerId, int gone, int stays) implements BulkImportFact {}
}
