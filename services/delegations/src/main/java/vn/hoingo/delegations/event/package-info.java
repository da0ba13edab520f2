/** What we need to know of events: whether their registration is open, and for how many. */
@NullMarked
package vn.hoingo.delegations.event;

import org.jspecify.annotations.NullMarked;
