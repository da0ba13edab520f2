package vn.hoingo.benchmarks.cinema;

import vn.hoingo.messaging.Aggregates;

public interface Halls extends Aggregates<Hall, HallId> {}
