package vn.hoingo.invitations.letter;

import vn.hoingo.invitations.letter.Letter.Written;

/** What came of writing a letter now. */
sealed interface Draft {

    /** It can leave. */
    record Ready(Written written) implements Draft {}

    /** What it would say is not true any more, or was said by a newer one. */
    record Superfluous(String why) implements Draft {}

    /** Something that it says is not known here yet. */
    record Later(String why) implements Draft {}

    /** A person has to decide, such as where to send it. */
    record ForAPerson(String why) implements Draft {}
}
