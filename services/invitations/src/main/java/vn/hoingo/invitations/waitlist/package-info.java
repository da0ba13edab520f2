/** Who waits for a seat, in which order, and the offers that hold one for a while. */
@NullMarked
package vn.hoingo.invitations.waitlist;

import org.jspecify.annotations.NullMarked;
