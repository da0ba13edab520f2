/** The heads of delegation who are to be asked to an event, whichever fact about them comes first. */
@NullMarked
package vn.hoingo.invitations.guestlist;

import org.jspecify.annotations.NullMarked;
