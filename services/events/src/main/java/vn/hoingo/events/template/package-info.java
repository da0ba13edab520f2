/** How a new edition begins: from a template, from the one before, or from nothing. */
@NullMarked
package vn.hoingo.events.template;

import org.jspecify.annotations.NullMarked;
