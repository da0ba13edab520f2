/** How a service is asked over HTTP: who is acting, what may be repeated, how lists are paged, and how a "no" is said. */
@NullMarked
package vn.hoingo.doors;

import org.jspecify.annotations.NullMarked;
