/** The doors of an event: who passes them, when, and what a door without a network did meanwhile. */
@NullMarked
package vn.hoingo.delegations.checkin;

import org.jspecify.annotations.NullMarked;
