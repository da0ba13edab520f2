/** Guests answer, by their link or through staff: the seat is asked for first, then the invitation is completed. */
@NullMarked
package vn.hoingo.invitations.answer;

import org.jspecify.annotations.NullMarked;
