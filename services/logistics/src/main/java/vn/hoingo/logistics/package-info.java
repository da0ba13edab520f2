/** How they move: itineraries, arrival plans, and the diaries of cars and interpreters. */
@NullMarked
package vn.hoingo.logistics;

import org.jspecify.annotations.NullMarked;
