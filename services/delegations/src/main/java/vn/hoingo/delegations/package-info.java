/** Who comes, for whom, approved by whom. */
@NullMarked
package vn.hoingo.delegations;

import org.jspecify.annotations.NullMarked;
