/** A service that announces, small enough that its own work does not count. */
@NullMarked
package vn.hoingo.benchmarks.cinema;

import org.jspecify.annotations.NullMarked;
