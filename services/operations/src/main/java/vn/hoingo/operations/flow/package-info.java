/** Whether everything moves: what each consumer received, and what became of it. */
@NullMarked
package vn.hoingo.operations.flow;

import org.jspecify.annotations.NullMarked;
