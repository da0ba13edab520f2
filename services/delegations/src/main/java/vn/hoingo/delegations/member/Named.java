package vn.hoingo.delegations.member;

import org.jspecify.annotations.Nullable;

/** How somebody is called, as it was typed; it moves to the person once the registration is sent. */
public record Named(
        String passportName,
        @Nullable String nativeName,
        @Nullable String displayName,
        @Nullable String formOfAddress,
        @Nullable String nationality) {}
