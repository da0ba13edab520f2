/** What is organised, when, where, and whether it may be. */
@NullMarked
package vn.hoingo.events;

import org.jspecify.annotations.NullMarked;
