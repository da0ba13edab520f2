/** What must never leak: encrypted with a key per owner, read with a reason, gone when the key is gone. */
@NullMarked
package vn.hoingo.delegations.vault;

import org.jspecify.annotations.NullMarked;
