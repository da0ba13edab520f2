/** What we need to know of partners, as delegations announces them. */
@NullMarked
package vn.hoingo.invitations.partner;

import org.jspecify.annotations.NullMarked;
