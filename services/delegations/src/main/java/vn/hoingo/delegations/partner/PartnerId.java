package vn.hoingo.delegations.partner;

import java.util.UUID;
import vn.hoingo.messaging.Id;

/** Which partner. */
public record PartnerId(UUID value) implements Id {}
