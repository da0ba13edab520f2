/** The badges of a delegation: who has one, for which zones, and which print of it is good. */
@NullMarked
package vn.hoingo.portal.accreditation;

import org.jspecify.annotations.NullMarked;
