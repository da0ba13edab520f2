package vn.hoingo.delegations.bulkimport;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The files, sealed, and apart from everything that lists them. */
interface ImportedSheets extends Repository<ImportedSheet, UUID> {

    Optional<ImportedSheet> findById(UUID id);

    ImportedSheet save(ImportedSheet sheet);

    void deleteById(UUID id);
}
