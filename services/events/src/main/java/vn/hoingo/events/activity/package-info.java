/** An activity of an event: a session, a dinner, a visit, with its own time, place, capacity and admission. */
@NullMarked
package vn.hoingo.events.activity;

import org.jspecify.annotations.NullMarked;
