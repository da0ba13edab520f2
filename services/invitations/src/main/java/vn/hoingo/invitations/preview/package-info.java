/** What would follow here from a fact that is not one yet. */
@NullMarked
package vn.hoingo.invitations.preview;

import org.jspecify.annotations.NullMarked;
