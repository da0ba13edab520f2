/** Load and trouble for the running system, from one seed, and what was seen meanwhile. */
@NullMarked
package vn.hoingo.faults.storm;

import org.jspecify.annotations.NullMarked;
