/** Words as people write them: in any script, in both languages of the house, and found again without their accents. */
@NullMarked
package vn.hoingo.delegations.text;

import org.jspecify.annotations.NullMarked;
