package vn.hoingo.operations.deadletter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Absent;
import vn.hoingo.operations.alert.AlertDesk;
import vn.hoingo.operations.envelope.StuckKey;
import vn.hoingo.operations.flow.ServiceMessaging.Blocked;
import vn.hoingo.operations.flow.ServiceMessaging.Drained;
import vn.hoingo.operations.flow.ServiceMessaging.Reference;
import vn.hoingo.operations.flow.Services;
import vn.hoingo.operations.sentence.Contracts;
import vn.hoingo.operations.sentence.Sentence;
import vn.hoingo.operations.sentence.Sentences;
import vn.hoingo.operations.timeline.Timeline;

/** Where stuck messages are looked at and mended; the owner of the consumer does the work, and we write down who asked for it. */
@Component
class DeadLetterDesk {

    private static final int MOST_BEHIND = 50;

    private final Services services;
    private final AlertDesk alerts;
    private final Timeline timeline;
    private final Sentences sentences;
    private final Contracts contracts;

    DeadLetterDesk(Services services, AlertDesk alerts, Timeline timeline, Sentences sentences, Contracts contracts) {
        this.services = services;
        this.alerts = alerts;
        this.timeline = timeline;
        this.sentences = sentences;
        this.contracts = contracts;
    }

    /** Everything that is stuck, the longest first. */
    Stuck all() {
        List<DeadLetterView> letters = new ArrayList<>();
        List<String> unreachable = new ArrayList<>();
        for (Services.Answer<List<Blocked>> answer : services.ask((door, service) -> door.blocked(service))) {
            if (answer.said().isEmpty()) {
                unreachable.add(answer.service());
            }
            answer.said().orElse(List.of()).stream()
                    .filter(blocked -> !blocked.waiting().isEmpty())
                    .map(blocked -> DeadLetterView.of(answer.service(), blocked, sentence(blocked), contracts))
                    .forEach(letters::add);
        }
        letters.sort(Comparator.comparing(DeadLetterView::since));
        return new Stuck(letters, unreachable);
    }

    DeadLetterView one(StuckKey key) {
        Blocked blocked = get(key);
        return DeadLetterView.of(key.service(), blocked, sentence(blocked), contracts)
                .opened(
                        services.of(key.service()).message(key.service(), key.id()),
                        blocked.waiting().stream()
                                .skip(1)
                                .limit(MOST_BEHIND)
                                .map(waiting -> DeadLetterView.Behind.of(waiting, sentence(blocked.topic(), waiting)))
                                .toList(),
                        alerts.repairs(letter(blocked)));
    }

    /** Has it heard again, and whatever waits behind it. */
    Drained replay(StuckKey key, @Nullable String note) {
        AlertDesk.DeadLetter letter = letter(get(key));
        Drained drained = services.of(key.service()).replay(key.service(), key.id());
        alerts.replayed(letter, note, isStuck(key, letter));
        return drained;
    }

    /** Gives it up; what waits behind it is heard. Its service may say that it cannot be given up just now. */
    Drained discard(StuckKey key, String note) {
        AlertDesk.DeadLetter letter = letter(get(key));
        Drained drained = services.of(key.service()).discard(key.service(), key.id());
        if (!isStuck(key, letter)) {
            alerts.discarded(letter, note);
        }
        return drained;
    }

    /** True when the line still begins with it; when it begins with another one that one is alerted in its turn. */
    private boolean isStuck(StuckKey key, AlertDesk.DeadLetter letter) {
        Optional<AlertDesk.DeadLetter> head = find(key).map(DeadLetterDesk::letter);
        boolean same = head.filter(now -> now.partition() == letter.partition() && now.offset() == letter.offset())
                .isPresent();
        if (!same) {
            head.ifPresent(alerts::deadLetter);
        }
        return same;
    }

    private Blocked get(StuckKey key) {
        return find(key).orElseThrow(() -> new Absent("DeadLetter", key.id()));
    }

    private Optional<Blocked> find(StuckKey key) {
        return services.of(key.service()).blocked(key.service()).stream()
                .filter(blocked ->
                        blocked.id().equals(key.id()) && !blocked.waiting().isEmpty())
                .findFirst();
    }

    private @Nullable Sentence sentence(Blocked blocked) {
        return sentence(blocked.topic(), blocked.waiting().getFirst());
    }

    private @Nullable Sentence sentence(String topic, Reference message) {
        return timeline.at(topic, message.partition(), message.offset())
                .map(sentences::tell)
                .orElse(null);
    }

    private static AlertDesk.DeadLetter letter(Blocked blocked) {
        Reference head = blocked.waiting().getFirst();
        return new AlertDesk.DeadLetter(
                blocked.consumer().substring(0, blocked.consumer().indexOf('.')),
                blocked.consumer(),
                blocked.topic(),
                head.partition(),
                head.offset(),
                blocked.key(),
                null,
                head.type(),
                head.reason());
    }

    record Stuck(List<DeadLetterView> items, List<String> unreachable) {}
}
