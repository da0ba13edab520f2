package vn.hoingo.delegations.bulkimport;

import java.util.UUID;
import vn.hoingo.messaging.Id;

/** Which import. */
record BulkImportId(UUID value) implements Id {}
