/** A reaction that fails as it is told. */
@NullMarked
package vn.hoingo.messaging.lab.trouble;

import org.jspecify.annotations.NullMarked;
