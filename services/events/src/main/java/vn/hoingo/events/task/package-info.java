/** What waits for staff. */
@NullMarked
package vn.hoingo.events.task;

import org.jspecify.annotations.NullMarked;
