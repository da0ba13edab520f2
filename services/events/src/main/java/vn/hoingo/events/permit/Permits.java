package vn.hoingo.events.permit;

import vn.hoingo.messaging.Aggregates;

/** The permits of all editions. */
interface Permits extends Aggregates<Permit, PermitId> {}
