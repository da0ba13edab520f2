/** How each party flies in: what it told us, and what became of it. */
@NullMarked
package vn.hoingo.logistics.itinerary;

import org.jspecify.annotations.NullMarked;
