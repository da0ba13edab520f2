/** Journeys through the running system, as people live them. */
@NullMarked
package vn.hoingo.journeys;

import org.jspecify.annotations.NullMarked;
