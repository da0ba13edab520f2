/**
 * How the API says no: as {@code infra/doors} does for the other services. Those doors come with messaging, and identity
 * neither announces nor hears: sign-in must not wait for a broker.
 */
@NullMarked
package vn.hoingo.identity.problem;

import org.jspecify.annotations.NullMarked;
