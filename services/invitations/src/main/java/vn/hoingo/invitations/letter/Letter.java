package vn.hoingo.invitations.letter;

import static vn.hoingo.invitations.letter.Letter.Status.BOUNCED;
import static vn.hoingo.invitations.letter.Letter.Status.HELD;
import static vn.hoingo.invitations.letter.Letter.Status.QUEUED;
import static vn.hoingo.invitations.letter.Letter.Status.SENDING;
import static vn.hoingo.invitations.letter.Letter.Status.SENT;
import static vn.hoingo.invitations.letter.Letter.Status.SUPPRESSED;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.doors.Coded;
import vn.hoingo.invitations.guest.GuestLinks;
import vn.hoingo.invitations.letter.LetterFact.NoticeQueued;
import vn.hoingo.invitations.letter.LetterFact.NoticeSent;
import vn.hoingo.invitations.letter.LetterFact.NoticeSuppressed;
import vn.hoingo.invitations.letter.LetterRefusal.Reason;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;

/**
 * A letter lies in the outbox where people can read it, is written when it leaves, and leaves once. Before it is given to the
 * post it is marked as leaving; one that was marked and not confirmed leaves again under the same Message-ID, unless it is of a
 * kind that never leaves twice: that one waits for a person. What cannot leave is tried again, ever less often, and is seen. What
 * it said is forgotten when its time of keeping is over.
 */
@Document("letters")
@Announces("invitations.letter")
@CompoundIndex(name = "by_event", def = "{'event': 1, 'queuedAt': 1, '_id': 1}")
@CompoundIndex(name = "by_delegation", def = "{'delegation': 1, 'queuedAt': 1, '_id': 1}")
@CompoundIndex(name = "by_status", def = "{'status': 1, 'queuedAt': 1, '_id': 1}")
@CompoundIndex(name = "by_event_and_kind", def = "{'event': 1, 'kind': 1, 'status': 1}")
@CompoundIndex(name = "by_queueing", def = "{'queuedAt': 1, '_id': 1}")
@CompoundIndex(name = "by_invitation", def = "{'invitation': 1, 'status': 1}")
public class Letter extends Aggregate<LetterId> {

    static final Duration KEPT = Duration.ofDays(365);
    private static final Duration UNCONFIRMED = Duration.ofMinutes(2);
    private static final int[] BACK_OFF_SECONDS = {2, 5, 15, 30, 60, 300, 900, 3600};

    private final LetterKind kind;
    private final @Nullable UUID event;
    private final @Nullable UUID delegation;
    private final @Nullable UUID partner;
    private final @Nullable UUID person;
    private final @Nullable UUID invitation;
    private final String language;
    private final int revision;
    private final Instant queuedAt;

    private Status status = QUEUED;
    private int tries;
    private boolean released;
    private @Nullable Instant sentAt;
    private @Nullable Instant keptUntil;
    private @Nullable String trouble;
    private @Nullable String reason;
    private @Nullable String to;
    private @Nullable String subject;
    private @Nullable String text;
    private String search = "";

    Letter(
            LetterId id,
            LetterKind kind,
            @Nullable UUID event,
            @Nullable UUID delegation,
            @Nullable UUID partner,
            @Nullable UUID person,
            @Nullable UUID invitation,
            String language,
            int revision,
            Instant queuedAt) {
        super(id);
        this.kind = kind;
        this.event = event;
        this.delegation = delegation;
        this.partner = partner;
        this.person = person;
        this.invitation = invitation;
        this.language = language;
        this.revision = revision;
        this.queuedAt = queuedAt;
    }

    static Letter queue(LetterId id, About about, String language, Instant now, Duration settling) {
        Letter letter = new Letter(
                id,
                about.kind(),
                about.event(),
                about.delegation(),
                about.partner(),
                about.person(),
                about.invitation(),
                language,
                about.revision(),
                now);
        if (about.kind().waitsForAPerson()) {
            letter.status = HELD;
            letter.reason = "looked-at-first";
        } else {
            letter.dueAt(about.kind().settles() ? now.plus(settling) : now);
        }
        letter.announce(new NoticeQueued(
                id.value(),
                about.kind().code(),
                about.event(),
                about.delegation(),
                about.partner(),
                about.person(),
                language,
                about.revision()));
        return letter;
    }

    /** It is written and about to be given to the post. */
    void begin(Written written, Instant now) {
        refuseUnless(status == QUEUED, Reason.LETTER_HAS_LEFT);
        status = SENDING;
        tries++;
        to = written.to();
        subject = written.subject();
        text = written.text();
        search = fold(written.subject());
        trouble = null;
        dueAt(now.plus(UNCONFIRMED));
    }

    /** The post has it. */
    void sent(Instant now) {
        if (status == SENT) {
            return;
        }
        refuseUnless(status == SENDING, Reason.LETTER_NOT_WAITING);
        status = SENT;
        sentAt = now;
        trouble = null;
        reason = null;
        keepUntil(now.plus(KEPT));
        announce(new NoticeSent(id().value(), kind.code(), event, delegation, partner, person, language, revision));
    }

    /** It did not leave this time, and is tried again. */
    void postpone(String why, Instant now) {
        refuseUnless(status == QUEUED || status == SENDING, Reason.LETTER_HAS_LEFT);
        if (status == QUEUED) {
            tries++;
        }
        status = QUEUED;
        trouble = why;
        dueAt(now.plusSeconds(BACK_OFF_SECONDS[Math.min(Math.max(tries, 1), BACK_OFF_SECONDS.length) - 1]));
    }

    /** The post will not take it for this address. */
    void bounce(String why, Instant now) {
        refuseUnless(status == SENDING || status == QUEUED, Reason.LETTER_HAS_LEFT);
        status = BOUNCED;
        trouble = why;
        keepUntil(now.plus(KEPT));
    }

    /** A person has to look. */
    void hold(String why) {
        refuseUnless(status == QUEUED || status == SENDING, Reason.LETTER_HAS_LEFT);
        status = HELD;
        reason = why;
        dueAt(null);
    }

    /** A person looked: it goes out now. */
    void release(Instant now) {
        if (status == SENDING) {
            return;
        }
        refuseUnless(status != SENT && status != SUPPRESSED, Reason.LETTER_HAS_LEFT);
        status = QUEUED;
        released = true;
        reason = null;
        tries = 0;
        dueAt(now);
    }

    /** It is not needed any more, and does not leave. */
    void suppress(String why) {
        if (status == SUPPRESSED) {
            return;
        }
        refuseUnless(status != SENT && status != SENDING, Reason.LETTER_HAS_LEFT);
        status = SUPPRESSED;
        reason = why;
        dueAt(null);
        announce(new NoticeSuppressed(id().value(), kind.code(), event, delegation, partner, person, why));
    }

    /** What it said, and to whom, is not kept for ever. */
    void forget() {
        to = null;
        subject = null;
        text = null;
        search = "";
        dueAt(null);
    }

    private void keepUntil(Instant until) {
        keptUntil = until;
        dueAt(until);
    }

    private static void refuseUnless(boolean allowed, Reason reason, Object... values) {
        if (!allowed) {
            throw new LetterRefusal(reason, values);
        }
    }

    /** Lower case without accents, so that a search need not have them. */
    static String fold(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\p{Cc}]", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
    }

    /** The same at every try, so that a reader's mail program shows it once. */
    String messageId(String domain) {
        return "<" + id().value() + "@" + domain + ">";
    }

    LetterKind kind() {
        return kind;
    }

    @Nullable
    UUID event() {
        return event;
    }

    @Nullable
    UUID delegation() {
        return delegation;
    }

    @Nullable
    UUID partner() {
        return partner;
    }

    @Nullable
    UUID person() {
        return person;
    }

    @Nullable
    UUID invitation() {
        return invitation;
    }

    String language() {
        return language;
    }

    int revision() {
        return revision;
    }

    Instant queuedAt() {
        return queuedAt;
    }

    Status status() {
        return status;
    }

    int tries() {
        return tries;
    }

    /** True when a person decided that it goes out. */
    boolean isReleased() {
        return released;
    }

    @Nullable
    Instant sentAt() {
        return sentAt;
    }

    @Nullable
    Instant keptUntil() {
        return keptUntil;
    }

    @Nullable
    String trouble() {
        return trouble;
    }

    @Nullable
    String reason() {
        return reason;
    }

    /** What was written when it was given to the post; null before that and after it was forgotten. */
    @Nullable
    Written written() {
        return subject == null || text == null || to == null ? null : new Written(to, subject, text);
    }

    /** Where on its way it is. */
    enum Status implements Coded {
        QUEUED,
        SENDING,
        SENT,
        BOUNCED,
        SUPPRESSED,
        HELD
    }

    /** What a reader gets, and where. */
    record Written(String to, String subject, String text) {

        Written withoutLink() {
            return new Written(to, subject, GuestLinks.hidden(text));
        }
    }

    /**
     * What a letter is about.
     *
     * @param revision which version of the same letter this is, from 1
     */
    public record About(
            LetterKind kind,
            @Nullable UUID event,
            @Nullable UUID delegation,
            @Nullable UUID partner,
            @Nullable UUID person,
            @Nullable UUID invitation,
            int revision) {}
}
