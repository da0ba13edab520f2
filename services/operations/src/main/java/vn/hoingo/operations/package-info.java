/** Watching the stream, and repairing it. */
@NullMarked
package vn.hoingo.operations;

import org.jspecify.annotations.NullMarked;
