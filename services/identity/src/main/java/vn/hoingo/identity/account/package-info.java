/** Who may sign in, as whom, and with which roles. */
@NullMarked
package vn.hoingo.identity.account;

import org.jspecify.annotations.NullMarked;
