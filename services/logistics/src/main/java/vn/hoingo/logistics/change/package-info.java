/**
 * What happens elsewhere - to delegations, flights, events - and what follows from it for those who are met. A reaction here writes the
 * copy that it decides by before it decides, in the same turn: a plan must not be made by what {@code party}, a consumer of its own, may
 * not have heard yet. Both learn the same from it; whichever comes second is a repeat.
 */
@NullMarked
package vn.hoingo.logistics.change;

import org.jspecify.annotations.NullMarked;
