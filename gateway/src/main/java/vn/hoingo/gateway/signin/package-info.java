/** Signing in and out, by way of the OpenID Connect provider. */
@NullMarked
package vn.hoingo.gateway.signin;

import org.jspecify.annotations.NullMarked;
