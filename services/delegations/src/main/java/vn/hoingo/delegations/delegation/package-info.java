/** Delegations to an event, from the draft of a focal point to the day that the host expects them. */
@NullMarked
package vn.hoingo.delegations.delegation;

import org.jspecify.annotations.NullMarked;
