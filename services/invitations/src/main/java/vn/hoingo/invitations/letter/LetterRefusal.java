package vn.hoingo.invitations.letter;

import vn.hoingo.messaging.Refusal;

/** Why a letter can say no. */
final class LetterRefusal extends Refusal {

    LetterRefusal(Reason reason, Object... values) {
        super(reason, values);
    }

    enum Reason {
        LETTER_HAS_LEFT,
        LETTER_NOT_WAITING
    }
}
