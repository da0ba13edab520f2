/** The outbox that a person can read: every letter that leaves, once, in the language of its reader. */
@NullMarked
package vn.hoingo.invitations.letter;

import org.jspecify.annotations.NullMarked;
