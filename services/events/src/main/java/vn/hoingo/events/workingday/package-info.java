/** Which days the department works: weekends, and the days off that a law or a yearly decision names. */
@NullMarked
package vn.hoingo.events.workingday;

import org.jspecify.annotations.NullMarked;
