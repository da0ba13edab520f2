/** Editions and their programme: where each one stands, and what an organiser does to it. */
@NullMarked
package vn.hoingo.portal.event;

import org.jspecify.annotations.NullMarked;
