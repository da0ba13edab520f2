package vn.hoingo.portal.relay;

import java.time.LocalDateTime;

/** From when until when, on the clock on the wall of that place. */
public record Window(LocalDateTime start, LocalDateTime end, String zone) {}
