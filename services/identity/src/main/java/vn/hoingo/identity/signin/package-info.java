/** The sign-in page, and the cookie that remembers who signed in. */
@NullMarked
package vn.hoingo.identity.signin;

import org.jspecify.annotations.NullMarked;
