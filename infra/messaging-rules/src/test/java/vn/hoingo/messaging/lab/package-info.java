/** A cinema, small enough to try every rule of the library on it. */
@NullMarked
package vn.hoingo.messaging.lab;

import org.jspecify.annotations.NullMarked;
