/**
 * When the events and their activities take place, as far as we heard: local copies. What is heard of them lies open here, because a
 * copy is fed, and what follows from the same message is decided, in different packages.
 */
@NullMarked
package vn.hoingo.logistics.programme;

import org.jspecify.annotations.NullMarked;
