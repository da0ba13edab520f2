/** Delegations as officers see them: the queue, one delegation and its members, what follows from a change, and its history. */
@NullMarked
package vn.hoingo.portal.delegation;

import org.jspecify.annotations.NullMarked;
