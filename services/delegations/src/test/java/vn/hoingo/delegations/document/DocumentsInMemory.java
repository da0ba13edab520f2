package vn.hoingo.delegations.document;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.hoingo.delegations.vault.VaultInMemory;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.InMemoryAggregates;

/** Documents without a store. */
public final class DocumentsInMemory {

    private DocumentsInMemory() {}

    public static DocumentDesk desk(DocumentOwners owners, VaultInMemory kept, Clock clock) {
        return new DocumentDesk(
                new Stored(),
                new Contents(),
                owners,
                kept.vault(clock),
                kept.log(clock),
                new Decisions(),
                clock,
                Duration.ofDays(90));
    }

    private static final class Stored extends InMemoryAggregates<StoredDocument, DocumentId>
            implements StoredDocuments {

        @Override
        public List<StoredDocument> findByDelegation(UUID delegation) {
            return findAll().stream()
                    .filter(document -> document.delegation().equals(delegation))
                    .toList();
        }
    }

    private static final class Contents implements DocumentContents {

        private final Map<UUID, DocumentContent> all = new HashMap<>();

        @Override
        public Optional<DocumentContent> findById(UUID id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public DocumentContent save(DocumentContent content) {
            all.put(content.id(), content);
            return content;
        }

        @Override
        public void deleteById(UUID id) {
            all.remove(id);
        }
    }
}
