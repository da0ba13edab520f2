/** Whether everything behind the door is ready. */
@NullMarked
package vn.hoingo.gateway.health;

import org.jspecify.annotations.NullMarked;
