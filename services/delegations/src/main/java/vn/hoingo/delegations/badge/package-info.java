/** The badge that somebody wears: its number, its seal and its printed sheet. */
@NullMarked
package vn.hoingo.delegations.badge;

import org.jspecify.annotations.NullMarked;
