package vn.hoingo.messaging.lab.hall;

import vn.hoingo.messaging.Aggregates;

public interface Halls extends Aggregates<Hall, HallId> {}
