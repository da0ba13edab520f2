package vn.hoingo.delegations.document;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.messaging.Aggregate;

/**
 * A letter that proves a delegation. What it says lies encrypted elsewhere; here is what it is and until when it is kept. On
 * that day it is shredded, by itself.
 */
@Document("documents")
class StoredDocument extends Aggregate<DocumentId> {

    @Indexed
    private final UUID delegation;

    private final String kind;
    private final String mediaType;
    private final int size;
    private final String storedBy;
    private final Instant storedAt;
    private final Instant keptUntil;
    private boolean shredded;

    StoredDocument(
            DocumentId id,
            UUID delegation,
            String kind,
            String mediaType,
            int size,
            String storedBy,
            Instant storedAt,
            Instant keptUntil) {
        super(id);
        this.delegation = delegation;
        this.kind = kind;
        this.mediaType = mediaType;
        this.size = size;
        this.storedBy = storedBy;
        this.storedAt = storedAt;
        this.keptUntil = keptUntil;
    }

    static StoredDocument store(
            DocumentId id,
            UUID delegation,
            String kind,
            ContentKind content,
            int size,
            String storedBy,
            Instant now,
            Instant keptUntil) {
        StoredDocument document =
                new StoredDocument(id, delegation, kind, content.mediaType(), size, storedBy, now, keptUntil);
        document.dueAt(keptUntil);
        return document;
    }

    void shred() {
        shredded = true;
        dueAt(null);
    }

    UUID delegation() {
        return delegation;
    }

    String kind() {
        return kind;
    }

    String mediaType() {
        return mediaType;
    }

    int size() {
        return size;
    }

    String storedBy() {
        return storedBy;
    }

    Instant storedAt() {
        return storedAt;
    }

    Instant keptUntil() {
        return keptUntil;
    }

    boolean isShredded() {
        return shredded;
    }
}
