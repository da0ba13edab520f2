package vn.hoingo.delegations.document;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.WhenDue;

/** Documents are shredded on the day that was set when they were stored. */
@Component
class ShreddingDocuments implements WhenDue<StoredDocument> {

    private final DocumentDesk desk;

    ShreddingDocuments(DocumentDesk desk) {
        this.desk = desk;
    }

    @Override
    public Class<StoredDocument> aggregate() {
        return StoredDocument.class;
    }

    @Override
    public void becameDue(UUID id, Instant now) {
        desk.shred(new DocumentId(id));
    }
}
