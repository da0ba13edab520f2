package vn.hoingo.benchmarks.cinema;

import java.util.UUID;
import vn.hoingo.messaging.Id;

public record HallId(UUID value) implements Id {}
