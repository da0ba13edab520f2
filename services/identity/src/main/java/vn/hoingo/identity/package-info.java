/** Who someone is: an OpenID Connect provider with accounts, keys and one-time links of its own. */
@NullMarked
package vn.hoingo.identity;

import org.jspecify.annotations.NullMarked;
