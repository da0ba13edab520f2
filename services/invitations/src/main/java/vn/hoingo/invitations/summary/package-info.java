/** How far the answers to an event are. */
@NullMarked
package vn.hoingo.invitations.summary;

import org.jspecify.annotations.NullMarked;
