/** What we need to know of those who come, of the event they come to, and of what they are expected at: local copies. */
@NullMarked
package vn.hoingo.logistics.party;

import org.jspecify.annotations.NullMarked;
