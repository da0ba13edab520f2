/** The rules of the house. */
@NullMarked
package vn.hoingo.rules;

import org.jspecify.annotations.NullMarked;
