package vn.hoingo.delegations.quota;

import vn.hoingo.messaging.Aggregates;

/** All quotas that anybody asked. */
interface Quotas extends Aggregates<Quota, QuotaId> {}
