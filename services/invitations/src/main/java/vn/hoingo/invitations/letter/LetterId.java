package vn.hoingo.invitations.letter;

import java.util.UUID;
import vn.hoingo.messaging.Id;
import vn.hoingo.messaging.Ids;

/** The identity of a letter: one per kind, matter and revision, so that the same letter is never written twice. */
public record LetterId(UUID value) implements Id {

    /** @param matter the invitation, waitlist entry or delegation that it is about */
    static LetterId of(LetterKind kind, UUID matter, UUID reader, long occurrence) {
        return new LetterId(Ids.from("letter", kind.code(), matter, reader, occurrence));
    }
}
