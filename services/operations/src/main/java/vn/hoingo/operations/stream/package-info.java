/** Every fact, live, to everyone who watches. */
@NullMarked
package vn.hoingo.operations.stream;

import org.jspecify.annotations.NullMarked;
