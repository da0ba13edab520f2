/** Letters that prove a delegation: stored encrypted, shown with a reason, shredded on their day. */
@NullMarked
package vn.hoingo.delegations.document;

import org.jspecify.annotations.NullMarked;
