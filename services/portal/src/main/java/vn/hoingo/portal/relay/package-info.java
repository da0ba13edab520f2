/** How the portal speaks to the services: with the reader's own token and language, and what a service answers when it says no. */
@NullMarked
package vn.hoingo.portal.relay;

import org.jspecify.annotations.NullMarked;
