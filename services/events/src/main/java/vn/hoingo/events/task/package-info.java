/** What waits for an organiser. */
@NullMarked
package vn.hoingo.events.task;

import org.jspecify.annotations.NullMarked;
