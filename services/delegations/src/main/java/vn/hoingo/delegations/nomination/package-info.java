/** What somebody says about the members of a delegation, typed or in a list, and the members that are made of it. */
@NullMarked
package vn.hoingo.delegations.nomination;

import org.jspecify.annotations.NullMarked;
