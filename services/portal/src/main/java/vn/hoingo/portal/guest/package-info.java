/** Who is asked to what and what they answered; the seats, the waiting list, and every letter as its reader sees it. */
@NullMarked
package vn.hoingo.portal.guest;

import org.jspecify.annotations.NullMarked;
