/** What the cashier counts: marks, and ids that derive from others. */
@NullMarked
package vn.hoingo.messaging.lab.takings;

import org.jspecify.annotations.NullMarked;
