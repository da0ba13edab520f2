package vn.hoingo.delegations.document;

import java.util.UUID;
import vn.hoingo.messaging.Id;

/** Which stored document. */
record DocumentId(UUID value) implements Id {}
