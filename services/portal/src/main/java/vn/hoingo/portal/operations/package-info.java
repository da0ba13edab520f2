/** Operations: is everything moving, what caused what, what is stuck and how is it mended. */
@NullMarked
package vn.hoingo.portal.operations;

import org.jspecify.annotations.NullMarked;
