/** One-time links: mailed, opened once, and then spent. */
@NullMarked
package vn.hoingo.identity.link;

import org.jspecify.annotations.NullMarked;
