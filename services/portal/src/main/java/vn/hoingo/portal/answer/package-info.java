/** A guest answers an invitation by the link in the letter: thirty seconds, no account. */
@NullMarked
package vn.hoingo.portal.answer;

import org.jspecify.annotations.NullMarked;
