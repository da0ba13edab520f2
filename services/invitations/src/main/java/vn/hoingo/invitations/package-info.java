/** Who is asked to what, their answers, the seats that there are, and every letter that leaves. */
@NullMarked
package vn.hoingo.invitations;

import org.jspecify.annotations.NullMarked;
