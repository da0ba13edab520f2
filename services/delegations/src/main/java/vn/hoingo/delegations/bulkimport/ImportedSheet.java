package vn.hoingo.delegations.bulkimport;

import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** The file as it was sent, encrypted under the key of its import. */
@Document("bulk_import_sheets")
record ImportedSheet(@Id UUID id, byte[] sealed) {}
