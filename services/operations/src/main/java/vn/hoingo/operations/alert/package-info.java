/** What a person has to look at. */
@NullMarked
package vn.hoingo.operations.alert;

import org.jspecify.annotations.NullMarked;
