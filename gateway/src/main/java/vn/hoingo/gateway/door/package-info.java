/** What is refused before anything is routed, and how a refusal looks. */
@NullMarked
package vn.hoingo.gateway.door;

import org.jspecify.annotations.NullMarked;
