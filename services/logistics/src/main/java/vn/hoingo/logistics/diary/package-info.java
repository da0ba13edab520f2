/** Who or what can be booked, and the one place that says yes: a diary holds all bookings of its resource. */
@NullMarked
package vn.hoingo.logistics.diary;

import org.jspecify.annotations.NullMarked;
