/** An event, one edition of a gathering: its window, its venue, whether partners may register, and whether it may be held. */
@NullMarked
package vn.hoingo.events.event;

import org.jspecify.annotations.NullMarked;
