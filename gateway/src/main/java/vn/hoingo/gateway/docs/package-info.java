/** One page for the API documents of all services. */
@NullMarked
package vn.hoingo.gateway.docs;

import org.jspecify.annotations.NullMarked;
