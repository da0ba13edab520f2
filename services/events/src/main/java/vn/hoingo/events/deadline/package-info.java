/** The plan of an edition: what has to be done by when, counted back from its first day and on from its last. */
@NullMarked
package vn.hoingo.events.deadline;

import org.jspecify.annotations.NullMarked;
