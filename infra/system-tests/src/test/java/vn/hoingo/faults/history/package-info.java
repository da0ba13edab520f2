/** What was seen of a system in trouble, line by line: all that a checker may know. */
@NullMarked
package vn.hoingo.faults.history;

import org.jspecify.annotations.NullMarked;
