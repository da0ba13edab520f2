/** The door: one field, one answer. */
@NullMarked
package vn.hoingo.portal.door;

import org.jspecify.annotations.NullMarked;
