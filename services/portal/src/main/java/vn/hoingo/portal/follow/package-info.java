/** What follows if you confirm: consequences of an act in other services, asked before anything happens. */
@NullMarked
package vn.hoingo.portal.follow;

import org.jspecify.annotations.NullMarked;
