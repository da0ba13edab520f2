package vn.hoingo.delegations.document;

import java.time.Instant;
import java.util.UUID;

/** A document in a list. */
public record DocumentView(UUID id, String kind, String mediaType, int size, Instant storedAt, Instant keptUntil) {

    static DocumentView of(StoredDocument document) {
        return new DocumentView(
                document.id().value(),
                document.kind(),
                document.mediaType(),
                document.size(),
                document.storedAt(),
                document.keptUntil());
    }
}
