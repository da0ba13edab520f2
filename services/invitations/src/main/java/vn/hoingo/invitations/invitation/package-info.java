/** Asking one person to one activity, and what becomes of it. */
@NullMarked
package vn.hoingo.invitations.invitation;

import org.jspecify.annotations.NullMarked;
