/** What the board beside the door shows: a local copy. */
@NullMarked
package vn.hoingo.messaging.lab.board;

import org.jspecify.annotations.NullMarked;
