package vn.hoingo.faults.checker;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.history.Line;
import vn.hoingo.faults.history.Line.Asked;
import vn.hoingo.faults.history.Line.Book;
import vn.hoingo.faults.history.Line.Discarded;
import vn.hoingo.faults.history.Line.Fact;
import vn.hoingo.faults.history.Line.Found;
import vn.hoingo.faults.history.Line.Injected;
import vn.hoingo.faults.history.Line.Invited;
import vn.hoingo.faults.history.Line.Letter;
import vn.hoingo.faults.history.Line.Mailed;
import vn.hoingo.faults.history.Line.Received;
import vn.hoingo.faults.history.Line.Row;
import vn.hoingo.faults.history.Line.Shown;
import vn.hoingo.faults.history.Line.Tally;

/**
 * The history of a system that did everything right, with retries, repeats on the topics and given-up nonsense in it, made from a
 * seed; and what a bug would have written instead.
 */
final class AHistory {

    private static final Instant NOON = Instant.parse("2027-09-23T12:00:00Z");
    private static final int PARTITIONS = 3;

    private final Random random;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Long> ends = new HashMap<>();
    private final Map<String, Long> sequences = new LinkedHashMap<>();
    private int ids;

    private AHistory(long seed) {
        this.random = new Random(seed);
    }

    /** Some delegations of two partners are approved, their heads are asked to one dinner, told, and seated as far as it goes. */
    static AHistory from(long seed) {
        AHistory history = new AHistory(seed);
        Map<String, Integer> grants = new LinkedHashMap<>();
        for (int number = 1; number <= 8; number++) {
            history.delegation("delegation-" + number, number % 2 == 0 ? "partner-a" : "partner-b", grants);
        }
        history.add(new Book("dinner", 5, Map.copyOf(grants)));
        history.nonsense();
        history.sequences.forEach((source, sequence) -> history.add(new Found(
                source.substring(0, source.indexOf('/')),
                source.substring(source.indexOf('/') + 1),
                sequence,
                sequence,
                0,
                null)));
        history.accounts();
        return history;
    }

    private void delegation(String delegation, String partner, Map<String, Integer> grants) {
        announced(delegation, "delegation-drafted", "");
        announced(delegation, "delegation-submitted", "");
        Fact approved = announced(delegation, "delegation-approved", "");
        if (random.nextBoolean()) {
            add(again(approved));
        }
        add(new Shown(partner, "GET /" + delegation, delegation, partner));
        for (String moment : List.of("living", "rebuilt")) {
            add(new Row("logistics", "known_delegations", delegation, moment.equals("rebuilt"), "as-of-3"));
        }

        String invitation = delegation.replace("delegation", "invitation");
        fact("invitations.invitation", invitation, "invitation-sent", approved.id(), "");
        boolean seated = grants.size() < 5;
        if (seated) {
            grants.put(invitation, 1);
        }
        add(new Invited(invitation, "dinner", "head-of-" + delegation, true, seated));
        String letter = delegation.replace("delegation", "letter");
        add(new Letter(letter, "invitation", invitation, 1));
        String to = delegation + "@example.org";
        add(new Mailed("1-" + letter, to, "<" + letter + "@hoingo>"));
        if (random.nextBoolean()) {
            add(new Mailed("2-" + letter, to, "<" + letter + "@hoingo>"));
        }
    }

    /** A command that is tried until it is answered, and the fact that it makes. */
    private Fact announced(String delegation, String type, String cause) {
        String key = "key-" + delegation + "-" + type;
        String trace = "trace-" + key;
        String request = "POST /" + delegation + "/" + type;
        if (random.nextInt(3) == 0) {
            add(new Asked("client", key, request, type, trace, NOON, NOON.plusSeconds(1), 0, null, 0));
        }
        Fact fact = fact("delegations.delegation", delegation, type, cause, trace);
        int tries = 1 + random.nextInt(2);
        for (int each = 0; each < tries; each++) {
            add(new Asked(
                    "client", key, request, type, trace, NOON, NOON.plusSeconds(2), 200, delegation, fact.sequence()));
        }
        return fact;
    }

    private Fact fact(String topic, String key, String type, String cause, String trace) {
        long sequence = sequences.merge(topic + "/" + key, 1L, Long::sum);
        int partition = Math.floorMod(key.hashCode(), PARTITIONS);
        Fact fact = new Fact(
                topic,
                partition,
                next(topic, partition),
                key,
                "message-" + ++ids,
                type,
                sequence,
                cause,
                trace,
                History.digest((key + type).getBytes(StandardCharsets.UTF_8)));
        add(fact);
        add(new Received("watcher", ids, fact.id()));
        return fact;
    }

    private long next(String topic, int partition) {
        return ends.merge(topic + "/" + partition, 1L, Long::sum) - 1;
    }

    /** The same bytes once more, as a relay sends them whose acknowledgement got lost. */
    Fact again(Fact fact) {
        return at(fact, next(fact.topic(), fact.partition()));
    }

    static Fact at(Fact fact, long offset) {
        return new Fact(
                fact.topic(),
                fact.partition(),
                offset,
                fact.key(),
                fact.id(),
                fact.type(),
                fact.sequence(),
                fact.cause(),
                fact.trace(),
                fact.digest());
    }

    private void nonsense() {
        String topic = "delegations.delegation";
        long offset = next(topic, 0);
        add(new Fact(topic, 0, offset, "nobody", "nonsense", "delegation-approved", 7, "", "", "?"));
        add(new Injected(topic, 0, offset, "bad JSON"));
        add(new Discarded("logistics.arrival", topic, 0, offset));
    }

    private void accounts() {
        ends.forEach((place, end) -> {
            int slash = place.indexOf('/');
            String topic = place.substring(0, slash);
            int partition = Integer.parseInt(place.substring(slash + 1));
            long dead = topic.equals("delegations.delegation") && partition == 0 ? 1 : 0;
            long handled = end - dead - 1;
            add(new Tally("logistics.arrival", topic, partition, end, end - 1, end, handled, 1, 0, 0, dead));
        });
    }

    void add(Line line) {
        lines.add(line);
    }

    /** One line of a kind that is so; the seed says which. */
    <L extends Line> L some(Class<L> kind, Predicate<L> so) {
        List<L> all = lines.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(so)
                .toList();
        return all.get(random.nextInt(all.size()));
    }

    /** A true fact, and one that nobody repeated. */
    Fact someFact(Predicate<Fact> so) {
        return some(
                Fact.class,
                fact -> !fact.id().equals("nonsense")
                        && Collections.frequency(
                                        lines.stream()
                                                .filter(Fact.class::isInstance)
                                                .map(each -> ((Fact) each).id())
                                                .toList(),
                                        fact.id())
                                == 1
                        && so.test(fact));
    }

    <L extends Line> void instead(L line, Function<L, Line> other) {
        lines.set(lines.indexOf(line), other.apply(line));
    }

    void without(Predicate<Line> gone) {
        lines.removeIf(gone);
    }

    RandomGenerator random() {
        return random;
    }

    History history() {
        return History.of(lines);
    }
}
