package vn.hoingo.delegations.document;

import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** The bytes of a document, encrypted under the key of its delegation. */
@Document("document_contents")
record DocumentContent(@Id UUID id, byte[] sealed) {}
