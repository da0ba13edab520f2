/** How fast the backbone is: each figure a ratio, in one run, against what could not be faster and against what others do. */
@NullMarked
package vn.hoingo.benchmarks;

import org.jspecify.annotations.NullMarked;
