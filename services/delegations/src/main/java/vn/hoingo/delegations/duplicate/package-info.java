/** People who may be one person: what tells it, in words. Whether they are, a person decides. */
@NullMarked
package vn.hoingo.delegations.duplicate;

import org.jspecify.annotations.NullMarked;
