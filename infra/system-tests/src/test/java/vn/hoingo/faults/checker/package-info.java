/** What must be true of every history, whatever died while it was made. */
@NullMarked
package vn.hoingo.faults.checker;

import org.jspecify.annotations.NullMarked;
