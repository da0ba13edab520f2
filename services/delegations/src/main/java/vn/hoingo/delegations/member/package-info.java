/** Who is in a delegation and how they travel, and what is wrong with that. */
@NullMarked
package vn.hoingo.delegations.member;

import org.jspecify.annotations.NullMarked;
