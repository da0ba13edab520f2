/** The keys that tokens are signed with. */
@NullMarked
package vn.hoingo.identity.key;

import org.jspecify.annotations.NullMarked;
