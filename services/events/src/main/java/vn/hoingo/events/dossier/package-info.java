/** The dossier of a permit: its papers, its materials with their translation, and the bodies whose opinion is asked. */
@NullMarked
package vn.hoingo.events.dossier;

import org.jspecify.annotations.NullMarked;
