package vn.hoingo.delegations.duplicate;

import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody who is compared. Birth date and passport number are marks, which compare and say nothing.
 *
 * @param name as the passport has it, one line; nobody knows which part of it is what
 */
public record Known(
        String name,
        @Nullable String nativeName,
        @Nullable String nationality,
        @Nullable String birth,
        @Nullable String passport) {}
