/**
 * Whom we expect, and what their partners are called: local copies. What is heard of delegations lies open here, because whom to
 * expect, whom to meet and who flies in is decided in three packages. The reactions that feed {@code programme} are here, too: a
 * package is a consumer with a place in its topics, and in another package they would hear everything again.
 */
@NullMarked
package vn.hoingo.logistics.party;

import org.jspecify.annotations.NullMarked;
