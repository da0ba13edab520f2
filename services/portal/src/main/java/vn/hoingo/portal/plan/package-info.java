/** The plan of an edition: what is to be done by when, by whom, and what became of it. */
@NullMarked
package vn.hoingo.portal.plan;

import org.jspecify.annotations.NullMarked;
