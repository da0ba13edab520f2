package vn.hoingo.invitations.guestlist;

import java.util.UUID;
import vn.hoingo.messaging.Id;

/** The identity of a guest list: that of its event. */
public record GuestListId(UUID value) implements Id {}
