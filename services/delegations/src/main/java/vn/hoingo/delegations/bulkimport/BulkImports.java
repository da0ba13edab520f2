package vn.hoingo.delegations.bulkimport;

import vn.hoingo.messaging.Aggregates;

/** All imports. */
interface BulkImports extends Aggregates<BulkImport, BulkImportId> {}
