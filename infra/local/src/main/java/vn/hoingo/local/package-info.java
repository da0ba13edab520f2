/** The embedded default: a real broker, a real store, and the supervisor that starts, watches and stops everything. */
@NullMarked
package vn.hoingo.local;

import org.jspecify.annotations.NullMarked;
