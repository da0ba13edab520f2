/** Who is signed in with which browser, and the tokens that stay here. */
@NullMarked
package vn.hoingo.gateway.session;

import org.jspecify.annotations.NullMarked;
