/** What happens elsewhere - to delegations, flights, events - and what follows from it for those who are met. */
@NullMarked
package vn.hoingo.logistics.change;

import org.jspecify.annotations.NullMarked;
