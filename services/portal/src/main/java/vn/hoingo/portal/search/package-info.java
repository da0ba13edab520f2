/** One field finds a delegation, a partner, a person or an event. */
@NullMarked
package vn.hoingo.portal.search;

import org.jspecify.annotations.NullMarked;
