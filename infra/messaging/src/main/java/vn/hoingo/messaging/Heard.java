package vn.hoingo.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * What a reaction may know of how a message came.
 *
 * <p>A reaction is idempotent in one of three ways: its local copy keeps the sequence per source, it opens an aggregate whose
 * id is derived from the source, or the aggregate keeps a mark ({@link Aggregate#alreadyHeard}).
 *
 * @param reaction the class and method that hears, as marks are keyed by it
 * @param source the aggregate whose fact this is
 * @param sequence the number of the fact among those of its source, from 1, without gaps
 * @param at when the fact was announced
 * @param messageId the id of the message, which facts that follow name as their cause
 */
public record Heard(String reaction, UUID source, long sequence, Instant at, String messageId) {}
