package vn.hoingo.invitations.partner;

import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.invitations.activity.Text;

/**
 * A partner as we know it.
 *
 * @param language in which letters to it are written, vi or en
 */
@Document("known_partners")
public record KnownPartner(@Id UUID id, Text name, String kind, String countryCode, String language) {}
