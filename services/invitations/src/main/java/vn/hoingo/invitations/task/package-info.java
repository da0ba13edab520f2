/** What waits for a person. */
@NullMarked
package vn.hoingo.invitations.task;

import org.jspecify.annotations.NullMarked;
