package vn.hoingo.delegations.member;

import java.util.UUID;
import vn.hoingo.messaging.Id;

/** Which member of a delegation. */
public record MemberId(UUID value) implements Id {}
