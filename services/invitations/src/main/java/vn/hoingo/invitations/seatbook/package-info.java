/** The seats of an activity, granted by one book that never grants more than there are. */
@NullMarked
package vn.hoingo.invitations.seatbook;

import org.jspecify.annotations.NullMarked;
