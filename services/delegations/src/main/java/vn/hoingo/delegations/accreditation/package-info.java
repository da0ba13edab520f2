/** The right of one member to be in some zones of an event, and where that member is now. */
@NullMarked
package vn.hoingo.delegations.accreditation;

import org.jspecify.annotations.NullMarked;
