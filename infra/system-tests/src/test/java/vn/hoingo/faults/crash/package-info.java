/** Processes that halt before and after every durable step, and what must be true nevertheless. */
@NullMarked
package vn.hoingo.faults.crash;

import org.jspecify.annotations.NullMarked;
