package vn.hoingo.delegations.badge;

import java.util.UUID;

/**
 * What a printed badge says to a machine: for which event, under which number, in which issue. It tells nothing of the person.
 *
 * @param issue counts the prints; only the last one is good
 */
public record Badge(UUID event, String number, int issue) {}
