/** What waits for a person, and how far the answers are. */
@NullMarked
package vn.hoingo.invitations.desk;

import org.jspecify.annotations.NullMarked;
