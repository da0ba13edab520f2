/** The permit of an edition: who permits it, by when the dossier is due, and what was decided. */
@NullMarked
package vn.hoingo.portal.permit;

import org.jspecify.annotations.NullMarked;
