package vn.hoingo.messaging.lab.takings;

import vn.hoingo.messaging.Aggregates;

public interface AllTakings extends Aggregates<Takings, Takings.ShowId> {}
