package vn.hoingo.delegations.document;

import java.util.List;
import java.util.UUID;
import vn.hoingo.messaging.Aggregates;

/** All documents that were ever stored. */
interface StoredDocuments extends Aggregates<StoredDocument, DocumentId> {

    List<StoredDocument> findByDelegation(UUID delegation);
}
