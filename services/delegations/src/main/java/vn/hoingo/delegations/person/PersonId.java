package vn.hoingo.delegations.person;

import java.util.UUID;
import vn.hoingo.messaging.Id;

/** Which person. */
public record PersonId(UUID value) implements Id {}
