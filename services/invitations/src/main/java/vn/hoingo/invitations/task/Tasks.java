package vn.hoingo.invitations.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.activity.KnownActivities;
import vn.hoingo.invitations.activity.KnownActivity;
import vn.hoingo.invitations.activity.Text;
import vn.hoingo.invitations.invitation.Invitation;
import vn.hoingo.invitations.letter.WaitingLetters;
import vn.hoingo.invitations.seatbook.SeatBook;
import vn.hoingo.messaging.Ids;

/** What waits for a person here: substitutes, late answers, seats that are owed, letters that do not leave. */
@Component
class Tasks {

    private static final String PROTOCOL = "protocol-officer";
    private static final int AT_MOST = 100;

    private final MongoOperations mongo;
    private final KnownActivities activities;
    private final WaitingLetters letters;
    private final MessageSource words;

    Tasks(MongoOperations mongo, KnownActivities activities, WaitingLetters letters, MessageSource words) {
        this.mongo = mongo;
        this.activities = activities;
        this.letters = letters;
        this.words = words;
    }

    List<Task> all(@Nullable UUID event) {
        List<Task> tasks = new ArrayList<>();
        find(Invitation.class, event, Criteria.where("status").is(Invitation.Status.SUBSTITUTE_PROPOSED))
                .forEach(invitation -> tasks.add(about(invitation, "substitute")));
        find(Invitation.class, event, Criteria.where("answers.late").is(true)).stream()
                .filter(Invitation::isLateYes)
                .forEach(invitation -> tasks.add(about(invitation, "late-answer")));
        find(SeatBook.class, event, Criteria.where("grants.0").exists(true)).stream()
                .filter(book -> book.debt() > 0 && !book.isClosed())
                .forEach(book -> tasks.add(owed(book)));
        letters.piles().stream()
                .filter(pile -> event == null || event.equals(pile.key().event()))
                .forEach(pile -> tasks.add(waiting(pile)));
        return tasks;
    }

    private <A> List<A> find(Class<A> type, @Nullable UUID event, Criteria criteria) {
        Query query = Query.query(
                event == null
                        ? criteria
                        : new Criteria().andOperator(Criteria.where("event").is(event), criteria));
        return mongo.find(query.limit(AT_MOST), type);
    }

    private Task about(Invitation invitation, String kind) {
        Text activity = nameOf(invitation.activity());
        return new Task(
                invitation.id().value(),
                kind,
                text("task." + kind + ".title", activity.vi(), activity.en()),
                text("task." + kind + ".detail", invitation.seats(), invitation.seats()),
                invitation.answerBy(),
                "/invitations/" + invitation.id().value(),
                PROTOCOL);
    }

    private Task owed(SeatBook book) {
        Text activity = nameOf(book.id().value());
        int granted = book.taken() + book.held();
        return new Task(
                book.id().value(),
                "seat-debt",
                text("task.seat-debt.title", activity.vi(), activity.en()),
                new Text(
                        words("task.seat-debt.detail", Locale.of("vi"), granted, book.capacity(), book.debt()),
                        words("task.seat-debt.detail", Locale.ENGLISH, granted, book.capacity(), book.debt())),
                null,
                "/events/" + book.event() + "/invitations?activity=" + book.id().value(),
                PROTOCOL);
    }

    private Task waiting(WaitingLetters.Pile pile) {
        String kind =
                switch (pile.key().state()) {
                    case "held" -> "letter-held";
                    case "bounced" -> "letter-bounced";
                    default -> "letter-delayed";
                };
        String letter = "letter." + pile.key().kind();
        String why = "letter.why."
                + (pile.key().why().isEmpty() ? "unknown" : pile.key().why());
        return new Task(
                Ids.from(
                        "letters",
                        kind,
                        pile.key().kind(),
                        String.valueOf(pile.key().event()),
                        why),
                kind,
                new Text(
                        words("task." + kind + ".title", Locale.of("vi"), pile.count(), words(letter, Locale.of("vi"))),
                        words("task." + kind + ".title", Locale.ENGLISH, pile.count(), words(letter, Locale.ENGLISH))),
                new Text(words(why, Locale.of("vi")), words(why, Locale.ENGLISH)),
                null,
                "/letters?state="
                        + (pile.key().state())
                        + (pile.key().event() == null
                                ? ""
                                : "&event=" + pile.key().event()),
                PROTOCOL);
    }

    private Text nameOf(UUID activity) {
        return activities.find(activity).map(KnownActivity::name).orElse(new Text("", ""));
    }

    private Text text(String key, Object vi, Object en) {
        return new Text(words(key, Locale.of("vi"), vi), words(key, Locale.ENGLISH, en));
    }

    private String words(String key, Locale language, Object... values) {
        return String.valueOf(words.getMessage(key, values, key, language));
    }

    /**
     * Something that a person has to do.
     *
     * @param link where in the portal it is done
     * @param role whose it is
     */
    record Task(
            UUID id,
            String kind,
            Text title,
            Text detail,
            @Nullable Instant due,
            String link,
            String role) {}
}
