package vn.hoingo.delegations.delegation;

import org.jspecify.annotations.Nullable;

/** Whom to reach about a delegation; need not travel, and is never announced. */
record Contact(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {}
