/** Tickets: what announces. */
@NullMarked
package vn.hoingo.messaging.lab.ticket;

import org.jspecify.annotations.NullMarked;
