package vn.hoingo.logistics.party;

import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.logistics.programme.Text;

/** How a partner is called, for boards and for sentences. */
@Document("known_partners")
public record KnownPartner(@Id UUID id, Text name) {}
