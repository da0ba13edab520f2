/** What partners, events, activities, delegations and resources are called. */
@NullMarked
package vn.hoingo.operations.naming;

import org.jspecify.annotations.NullMarked;
