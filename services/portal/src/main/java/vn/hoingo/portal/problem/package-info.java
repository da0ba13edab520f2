/** When a page cannot be shown: what happened in plain words, and a way on. */
@NullMarked
package vn.hoingo.portal.problem;

import org.jspecify.annotations.NullMarked;
