/** Every fact, kept: what happened, what it caused and what caused it. */
@NullMarked
package vn.hoingo.operations.timeline;

import org.jspecify.annotations.NullMarked;
