/** Test support that needs the inside of the library. */
@NullMarked
package vn.hoingo.messaging;

import org.jspecify.annotations.NullMarked;
