/** How the API says no. */
@NullMarked
package vn.hoingo.identity.problem;

import org.jspecify.annotations.NullMarked;
