/** The arrivals board: who lands, who meets them, what is wrong and the ways out of it. */
@NullMarked
package vn.hoingo.portal.arrival;

import org.jspecify.annotations.NullMarked;
