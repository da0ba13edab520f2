/** Halls: what is scarce. */
@NullMarked
package vn.hoingo.messaging.lab.hall;

import org.jspecify.annotations.NullMarked;
