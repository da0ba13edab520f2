/** The one door: who comes in, where the ways lead, and how much is too much. */
@NullMarked
package vn.hoingo.gateway;

import org.jspecify.annotations.NullMarked;
