/** What a benchmark has to ask of the library from within. */
@NullMarked
package vn.hoingo.messaging;

import org.jspecify.annotations.NullMarked;
