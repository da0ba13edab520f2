/** Who is met, when, by which car and by whom; what follows when that changes. */
@NullMarked
package vn.hoingo.logistics.arrival;

import org.jspecify.annotations.NullMarked;
