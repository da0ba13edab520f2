/** What a test brings into a running service, so that it records its durable steps and halts at one of them. */
@NullMarked
package vn.hoingo.faults.crash.agent;

import org.jspecify.annotations.NullMarked;
