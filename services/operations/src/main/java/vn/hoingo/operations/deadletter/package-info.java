/** Messages that a consumer could not handle, and their repair. */
@NullMarked
package vn.hoingo.operations.deadletter;

import org.jspecify.annotations.NullMarked;
