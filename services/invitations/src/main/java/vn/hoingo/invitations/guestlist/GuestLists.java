package vn.hoingo.invitations.guestlist;

import vn.hoingo.messaging.Aggregates;

interface GuestLists extends Aggregates<GuestList, GuestListId> {}
