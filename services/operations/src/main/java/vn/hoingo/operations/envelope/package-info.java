/** Facts as they travel: what their headers say, with the payload unopened. */
@NullMarked
package vn.hoingo.operations.envelope;

import org.jspecify.annotations.NullMarked;
