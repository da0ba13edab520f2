package vn.hoingo.identity.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.identity.LocalPath;
import vn.hoingo.identity.account.Account;

/**
 * A one-time link to an account. The token is in the mail and nowhere else; here lies its digest, one for each time
 * that the mail was handed over, because a crash in between leaves open whether the mail left.
 *
 * @param request digest of what was asked for, so that a repeated request is known from another one
 * @param post what is still to be mailed; absent when the mail has left
 * @param forgottenAt from when on the document may be deleted
 */
@Document("links")
record Link(
        @Id UUID id,
        Purpose purpose,
        UUID account,
        String returnTo,
        @Nullable String subject,
        @Nullable String request,
        List<String> hashes,
        Instant madeAt,
        Instant until,
        @Nullable Instant usedAt,
        @Nullable Post post,
        Instant forgottenAt) {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    enum Purpose {
        SIGN_IN,
        INVITATION,
        COLLEAGUE
    }

    /** A mail that waits: when to try next, and how often it was tried. */
    record Post(Instant due, int tries) {}

    /** What a link is to the one who opens it. */
    enum State {
        OPEN,
        USED,
        EXPIRED,
        UNKNOWN
    }

    static Link make(
            UUID id,
            Purpose purpose,
            Account account,
            LocalPath returnTo,
            @Nullable String subject,
            @Nullable String request,
            Instant now,
            Duration good) {
        Instant until = now.plus(good);
        return new Link(
                id,
                purpose,
                account.id(),
                returnTo.value(),
                subject,
                request,
                List.of(),
                now,
                until,
                null,
                new Post(now, 0),
                until.plus(REMEMBERED));
    }

    State state(Instant now) {
        if (usedAt != null) {
            return State.USED;
        }
        return now.isBefore(until) ? State.OPEN : State.EXPIRED;
    }

    boolean isMailed() {
        return post == null;
    }

    @Override
    public String toString() {
        return "link " + id;
    }
}
