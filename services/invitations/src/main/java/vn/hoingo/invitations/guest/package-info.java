/** Who a guest is, asked of delegations at the moment of use, and the signed link that stands for them. */
@NullMarked
package vn.hoingo.invitations.guest;

import org.jspecify.annotations.NullMarked;
