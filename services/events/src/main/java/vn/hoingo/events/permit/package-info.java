/** The permit of an edition, and the legal clock that runs for it. */
@NullMarked
package vn.hoingo.events.permit;

import org.jspecify.annotations.NullMarked;
