/** What a token says, who may ask for one, and what was granted. */
@NullMarked
package vn.hoingo.identity.token;

import org.jspecify.annotations.NullMarked;
