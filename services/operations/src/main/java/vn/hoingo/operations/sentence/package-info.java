/** How a fact is told to a person, in the words that lie next to its contract. */
@NullMarked
package vn.hoingo.operations.sentence;

import org.jspecify.annotations.NullMarked;
