package vn.hoingo.events.dossier;

import vn.hoingo.events.event.Words;

/**
 * A paper that a dossier consists of.
 *
 * @param required false for one that is handed in only where there is cause for it
 * @param source where it stands that it belongs to the dossier
 */
public record PaperRule(String code, Words what, boolean required, Words source) {}
