/** Which fact makes which letter. */
@NullMarked
package vn.hoingo.invitations.notice;

import org.jspecify.annotations.NullMarked;
