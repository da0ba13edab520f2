package vn.hoingo.invitations.letter;

import java.util.List;
import java.util.UUID;
import vn.hoingo.messaging.Aggregates;

interface Letters extends Aggregates<Letter, LetterId> {

    List<Letter> findByInvitationAndStatus(UUID invitation, Letter.Status status);

    List<Letter> findByEventAndKindAndStatus(UUID event, LetterKind kind, Letter.Status status);

    List<Letter> findTop100ByStatusOrderByQueuedAtAsc(Letter.Status status);
}
