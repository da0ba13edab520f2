package vn.hoingo.delegations.document;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** What the documents say, sealed, and apart from everything that lists them. */
interface DocumentContents extends Repository<DocumentContent, UUID> {

    Optional<DocumentContent> findById(UUID id);

    DocumentContent save(DocumentContent content);

    void deleteById(UUID id);
}
