/** What we need to know of events and activities, as events announces them. */
@NullMarked
package vn.hoingo.invitations.activity;

import org.jspecify.annotations.NullMarked;
