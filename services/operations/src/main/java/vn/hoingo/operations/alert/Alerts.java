package vn.hoingo.operations.alert;

import vn.hoingo.messaging.Aggregates;

interface Alerts extends Aggregates<Alert, AlertId> {}
