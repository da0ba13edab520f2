/** The bodies that send delegations: localities, consulates, corporations, international organisations. */
@NullMarked
package vn.hoingo.delegations.partner;

import org.jspecify.annotations.NullMarked;
