/** Our own people: who works with us here, and what each of them may do. */
@NullMarked
package vn.hoingo.portal.colleague;

import org.jspecify.annotations.NullMarked;
