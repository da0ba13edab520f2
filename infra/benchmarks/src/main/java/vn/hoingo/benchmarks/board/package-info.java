/** Another service, which keeps a local copy of what the cinema announces. */
@NullMarked
package vn.hoingo.benchmarks.board;

import org.jspecify.annotations.NullMarked;
