package vn.hoingo.delegations.event;

import java.time.LocalDateTime;

/** When an event takes place, on the clock of its own zone. */
public record Window(LocalDateTime start, LocalDateTime end, String zone) {}
