/** What is scarce in a registration: the places of a partner at an event, and one place per person and event. */
@NullMarked
package vn.hoingo.delegations.quota;

import org.jspecify.annotations.NullMarked;
