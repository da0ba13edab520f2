/** The directory of partners, and the invitation of their focal points. */
@NullMarked
package vn.hoingo.portal.partner;

import org.jspecify.annotations.NullMarked;
