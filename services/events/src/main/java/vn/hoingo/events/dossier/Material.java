package vn.hoingo.events.dossier;

import java.util.UUID;
import vn.hoingo.events.event.Words;

/**
 * A speech, a paper, a hand-out of the event. One in another language than Vietnamese is ready with its translation only.
 *
 * @param language a two-letter code
 */
public record Material(UUID id, String title, String language, Readiness state, Readiness translation) {

    private static final String VIETNAMESE = "vi";

    public static Material called(UUID id, String title, String language) {
        return new Material(id, title, language, Readiness.MISSING, Readiness.MISSING);
    }

    public boolean needsTranslation() {
        return !language.equals(VIETNAMESE);
    }

    public boolean isReady() {
        return state == Readiness.READY && (!needsTranslation() || translation == Readiness.READY);
    }

    Material now(Readiness itself, Readiness translated) {
        return new Material(id, title, language, itself, translated);
    }

    Words named() {
        return new Words(title, title);
    }
}
