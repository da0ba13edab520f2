package vn.hoingo.invitations.letter;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.hoingo.doors.Keyset;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.invitations.guest.Guests;
import vn.hoingo.invitations.invitation.Invitation;
import vn.hoingo.invitations.letter.Letter.About;
import vn.hoingo.messaging.Decisions;

/** Where letters are queued, held, let go and held back. */
@Component
public class LetterDesk {

    private static final String PURPOSE = "language-of-a-letter";

    private final Letters letters;
    private final Guests guests;
    private final Decisions decisions;
    private final MongoOperations mongo;
    private final Clock clock;
    private final Duration settling;

    LetterDesk(
            Letters letters,
            Guests guests,
            Decisions decisions,
            MongoOperations mongo,
            Clock clock,
            @Value("${hoingo.letters.settling:10s}") Duration settling) {
        this.letters = letters;
        this.guests = guests;
        this.decisions = decisions;
        this.mongo = mongo;
        this.clock = clock;
        this.settling = settling;
    }

    /** A letter to the guest of an invitation; the same occurrence of the same matter is the same letter. */
    public void queueToGuest(LetterKind kind, Invitation invitation, UUID matter, int revision) {
        queueTo(invitation.guest(), kind, invitation, matter, revision);
    }

    /** A letter to whom a guest sends instead. */
    public void queueToSubstitute(LetterKind kind, Invitation invitation, UUID substitute) {
        queueTo(substitute, kind, invitation, substitute, 1);
    }

    private void queueTo(UUID reader, LetterKind kind, Invitation invitation, UUID matter, int revision) {
        About about = new About(
                kind,
                invitation.event(),
                invitation.delegation(),
                invitation.partner(),
                reader,
                invitation.id().value(),
                revision);
        LetterId id = LetterId.of(kind, matter, reader, revision);
        if (letters.findById(id).isEmpty()) {
            open(id, about, guests.languageOf(reader, invitation.partner(), PURPOSE));
        }
    }

    /** A letter to a partner, about its delegation or an event. */
    public void queueToPartner(About about, long occurrence) {
        UUID partner = Objects.requireNonNull(about.partner());
        UUID matter = about.delegation() == null ? Objects.requireNonNull(about.event()) : about.delegation();
        LetterId id = LetterId.of(about.kind(), matter, partner, occurrence);
        if (letters.findById(id).isEmpty()) {
            open(id, about, guests.languageOf(partner, PURPOSE));
        }
    }

    /** Staff write to partners of their choice that they may register; nothing leaves before it is released. */
    List<Letter> announceRegistration(UUID event, List<UUID> partners) {
        return partners.stream()
                .distinct()
                .map(partner -> {
                    LetterId id = LetterId.of(LetterKind.REGISTRATION_OPENED, event, partner, 1);
                    About about = new About(LetterKind.REGISTRATION_OPENED, event, null, partner, null, null, 1);
                    open(id, about, guests.languageOf(partner, PURPOSE));
                    return get(id);
                })
                .toList();
    }

    /** Lets go what a person has looked at, all letters of one kind to one event. */
    int releaseAll(UUID event, LetterKind kind) {
        int released = 0;
        for (Letter held : letters.findByEventAndKindAndStatus(event, kind, Letter.Status.HELD)) {
            release(held.id());
            released++;
        }
        return released;
    }

    private void open(LetterId id, About about, String language) {
        decisions.open(letters, id, () -> Letter.queue(id, about, language, clock.instant(), settling));
    }

    Letter release(LetterId id) {
        return decisions.change(letters, id, letter -> letter.release(clock.instant()));
    }

    Letter suppress(LetterId id) {
        return decisions.change(letters, id, letter -> letter.suppress("by-staff"));
    }

    Page<Letter> page(Filter filter, Paging paging) {
        List<Criteria> all = new ArrayList<>();
        is(all, "event", filter.event());
        is(all, "delegation", filter.delegation());
        is(all, "status", filter.status());
        is(all, "kind", filter.kind());
        if (filter.words() != null && !filter.words().isBlank()) {
            for (String word : Letter.fold(filter.words().strip()).split("\\s+", 8)) {
                all.add(Criteria.where("search").regex(Pattern.quote(word)));
            }
        }
        Criteria criteria = all.isEmpty() ? new Criteria() : new Criteria().andOperator(all);
        return Keyset.page(mongo, Letter.class, criteria, paging, "-queuedAt");
    }

    private static void is(List<Criteria> all, String field, @Nullable Object value) {
        if (value != null) {
            all.add(Criteria.where(field).is(value));
        }
    }

    Letter get(LetterId id) {
        return letters.get(id);
    }

    /**
     * What a list of letters is narrowed to; what is null does not narrow it.
     *
     * @param words of the subject, without regard to accents
     */
    record Filter(
            @Nullable UUID event,
            @Nullable UUID delegation,
            Letter.@Nullable Status status,
            @Nullable LetterKind kind,
            @Nullable String words) {}
}
