package vn.hoingo.faults.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoingo.faults.history.Chronicle;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.history.Line;
import vn.hoingo.faults.history.Line.Asked;
import vn.hoingo.faults.history.Line.Book;
import vn.hoingo.faults.history.Line.Fact;
import vn.hoingo.faults.history.Line.Found;
import vn.hoingo.faults.history.Line.Injected;
import vn.hoingo.faults.history.Line.Invited;
import vn.hoingo.faults.history.Line.Letter;
import vn.hoingo.faults.history.Line.Mailed;
import vn.hoingo.faults.history.Line.Received;
import vn.hoingo.faults.history.Line.Row;
import vn.hoingo.faults.history.Line.Shown;
import vn.hoingo.faults.history.Line.Stuck;
import vn.hoingo.faults.history.Line.Tally;

/** Whoever watches is watched: what a bug would leave in a history is found, and what is right is not complained of. */
class CheckerTests {

    private static final int SEEDS = 20;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void aHistoryWithoutABugIsNotComplainedOf(long seed) {
        assertThat(Invariant.check(AHistory.from(seed).history())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bugs")
    void aBugIsFoundByTheInvariantThatItBreaks(Bug bug) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            AHistory history = AHistory.from(seed);
            bug.strikes().accept(history);

            assertThat(bug.breaks().breaches(history.history()))
                    .as(bug.name() + " with seed " + seed)
                    .isNotEmpty();
        }
    }

    @Test
    void whoIsToldARepeatOfATimeBeforeItCameMissedNothing() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            AHistory history = AHistory.from(seed);
            Fact old = history.someFact(fact -> fact.topic().equals("delegations.delegation") && fact.sequence() == 2);
            Fact repeat = history.again(old);
            history.add(repeat);
            history.add(new Injected(repeat.topic(), repeat.partition(), repeat.offset(), "repeat"));
            history.add(new Received("late watcher", 1, repeat.id()));

            assertThat(new WatchersMissNothing().breaches(history.history())).isEmpty();
        }
    }

    @Test
    void whatWasWrittenIsReadAgainAndALineThatWasCutOffIsNot(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("history.jsonl");
        History history = AHistory.from(4).history();
        try (Chronicle chronicle = Chronicle.at(file)) {
            history.lines().forEach(chronicle::write);
        }
        Files.writeString(file, "{\"line\": \"tal", StandardOpenOption.APPEND);

        assertThat(History.read(file).lines()).isEqualTo(history.lines());
    }

    static Stream<Bug> bugs() {
        return Stream.of(
                // What reaches the topics
                bug("lost ack: the answer came before the write", new DurableAck(), history -> {
                    Found lost =
                            history.some(Found.class, found -> found.topic().equals("delegations.delegation"));
                    history.without(line -> line.equals(lost));
                }),
                bug(
                        "rolled back: the store forgot the last change",
                        new DurableAck(),
                        history -> history.instead(
                                history.some(Found.class, found -> found.topic().equals("delegations.delegation")),
                                found -> new Found(
                                        found.topic(), found.id(), found.version() - 1, found.sequence(), 0, null))),
                bug("trim before ack: the entry is pulled and was never sent", new GaplessSequences(), history -> {
                    Fact lost = history.someFact(any -> true);
                    history.without(line -> line.equals(lost));
                }),
                bug("promise not kept: a yes without its fact", new DurableAck(), history -> {
                    Fact lost = history.someFact(fact -> fact.topic().equals("delegations.delegation"));
                    history.without(line -> line.equals(lost));
                }),
                bug(
                        "array reset: a full save erases what waited",
                        new GaplessSequences(),
                        history -> history.instead(
                                history.some(Found.class, any -> true),
                                found -> new Found(
                                        found.topic(),
                                        found.id(),
                                        found.version(),
                                        found.sequence() + 2,
                                        0,
                                        found.partner()))),
                bug(
                        "relay asleep: facts stay in the outbox",
                        new GaplessSequences(),
                        history -> history.instead(
                                history.some(Found.class, any -> true),
                                found -> new Found(
                                        found.topic(),
                                        found.id(),
                                        found.version(),
                                        found.sequence(),
                                        1,
                                        found.partner()))),
                bug(
                        "random partition",
                        new OrderPerAggregate(),
                        history -> history.instead(
                                history.someFact(fact -> fact.sequence() == 2),
                                fact -> new Fact(
                                        fact.topic(),
                                        fact.partition() + 1,
                                        1000 + fact.offset(),
                                        fact.key(),
                                        fact.id(),
                                        fact.type(),
                                        fact.sequence(),
                                        fact.cause(),
                                        fact.trace(),
                                        fact.digest()))),
                bug("swapped order: two facts are sent at once", new OrderPerAggregate(), history -> {
                    Fact second = history.someFact(fact -> fact.sequence() == 2);
                    Fact first = history.some(
                            Fact.class,
                            fact -> fact.sequence() == 1 && fact.source().equals(second.source()));
                    history.instead(first, fact -> AHistory.at(fact, second.offset()));
                    history.instead(second, fact -> AHistory.at(fact, first.offset()));
                }),
                bug("announced before it was saved", new NoGhostEffect(), history -> {
                    Fact fact = history.someFact(any -> true);
                    history.without(line ->
                            line instanceof Found found && found.source().equals(fact.source()));
                }),
                bug(
                        "local read: what the store took back was sent",
                        new NoGhostEffect(),
                        history -> history.instead(
                                history.some(Found.class, any -> true),
                                found -> new Found(
                                        found.topic(),
                                        found.id(),
                                        found.version(),
                                        found.sequence() - 1,
                                        0,
                                        found.partner()))),
                bug("its number was taken by another fact", new NoGhostEffect(), history -> {
                    Fact fact = history.someFact(any -> true);
                    Fact other = history.again(fact);
                    history.add(with(other, "another-message", "another-digest"));
                }),
                bug(
                        "effect of a message that is not there",
                        new NoGhostEffect(),
                        history -> history.instead(
                                history.someFact(fact -> fact.topic().equals("invitations.invitation")),
                                fact -> new Fact(
                                        fact.topic(),
                                        fact.partition(),
                                        fact.offset(),
                                        fact.key(),
                                        fact.id(),
                                        fact.type(),
                                        fact.sequence(),
                                        "a-message-that-never-was",
                                        fact.trace(),
                                        fact.digest()))),
                bug("a letter that nobody wrote", new NoGhostEffect(), history -> {
                    Letter letter = history.some(Letter.class, any -> true);
                    history.without(line -> line.equals(letter));
                }),
                // What hears them
                bug(
                        "commit before effect: a crash in between loses the message",
                        new ConvergenceAfterRebuild(),
                        history -> {
                            Row row = history.some(Row.class, each -> !each.rebuilt());
                            history.without(line -> line.equals(row));
                        }),
                bug(
                        "older message wins: the copy has no sequence",
                        new ConvergenceAfterRebuild(),
                        history -> history.instead(
                                history.some(Row.class, each -> !each.rebuilt()),
                                row -> new Row(row.service(), row.copy(), row.id(), false, "as-of-2"))),
                bug("rebuild forgets a row", new ConvergenceAfterRebuild(), history -> {
                    Row row = history.some(Row.class, Row::rebuilt);
                    history.without(line -> line.equals(row));
                }),
                bug("no mark: the repeated message acts again", new NoDuplicateEffect(), history -> {
                    Fact first = history.someFact(fact -> !fact.cause().isEmpty());
                    history.add(numbered(history.again(first), "repeated-" + first.id(), first.sequence() + 1));
                }),
                bug("numbered anew: a fact that was sent gets another number", new NoDuplicateEffect(), history -> {
                    Fact first = history.someFact(any -> true);
                    history.add(numbered(history.again(first), first.id(), first.sequence() + 1));
                }),
                bug("fresh id in a reaction: somebody is asked twice", new NoDuplicateEffect(), history -> {
                    Invited first = history.some(Invited.class, any -> true);
                    history.add(new Invited("another", first.activity(), first.person(), true, false));
                }),
                bug("fresh id for a letter: it is written twice", new NoDuplicateEffect(), history -> {
                    Letter first = history.some(Letter.class, any -> true);
                    history.add(new Letter("another", first.kind(), first.matter(), first.revision()));
                }),
                bug(
                        "counted twice after a rewind",
                        new NoDuplicateEffect(),
                        history -> history.instead(
                                history.some(Tally.class, any -> true), tally -> tally(tally, 0, 1, 1, 0, 0))),
                bug(
                        "an offset is jumped over",
                        new StuckDrainsToZero(),
                        history -> history.instead(
                                history.some(Tally.class, any -> true), tally -> tally(tally, 0, -1, -1, 0, 0))),
                bug(
                        "a consumer stands still",
                        new StuckDrainsToZero(),
                        history -> history.instead(
                                history.some(Tally.class, any -> true), tally -> tally(tally, -1, -1, -1, 0, 0))),
                bug(
                        "received and neither handled nor set aside",
                        new StuckDrainsToZero(),
                        history -> history.instead(
                                history.some(Tally.class, any -> true), tally -> tally(tally, 0, 0, -1, 0, 0))),
                bug(
                        "parked for ever: the line drains and nobody counts it",
                        new StuckDrainsToZero(),
                        history -> history.instead(
                                history.some(Tally.class, any -> true), tally -> tally(tally, 0, 0, -1, 1, 0))),
                bug(
                        "a dead letter that nobody gave up",
                        new StuckDrainsToZero(),
                        history -> history.instead(
                                history.some(Tally.class, any -> true), tally -> tally(tally, 0, 0, -1, 0, 1))),
                bug("a key stays blocked", new StuckDrainsToZero(), history -> history.add(new Stuck("any/key", 3))),
                // What people see
                bug(
                        "oversell: the check reads a copy",
                        new NoOversell(),
                        history -> history.instead(history.some(Book.class, any -> true), book -> {
                            Map<String, Integer> grants = new TreeMap<>(book.grants());
                            grants.put("one-too-many", 1);
                            return new Book(book.id(), book.capacity(), grants);
                        })),
                bug(
                        "yes without a seat: the grant was lost",
                        new NoOversell(),
                        history -> history.instead(history.some(Book.class, any -> true), book -> {
                            Map<String, Integer> grants = new TreeMap<>(book.grants());
                            grants.remove(List.copyOf(grants.keySet())
                                    .get(history.random().nextInt(grants.size())));
                            return new Book(book.id(), book.capacity(), grants);
                        })),
                bug(
                        "a seat that nobody gives back",
                        new NoOversell(),
                        history -> history.instead(
                                history.some(Invited.class, Invited::accepted),
                                invited ->
                                        new Invited(invited.id(), invited.activity(), invited.person(), false, false))),
                bug("two things made under one key", new IdempotentCommands(), history -> {
                    Asked asked = history.some(Asked.class, Asked::acknowledged);
                    history.add(new Asked(
                            asked.client(),
                            asked.key(),
                            asked.request(),
                            asked.promised(),
                            asked.trace(),
                            asked.begun(),
                            asked.ended(),
                            201,
                            "a-second-one",
                            1));
                }),
                bug("twice-applied command: the key is not kept", new IdempotentCommands(), history -> {
                    Fact fact = history.someFact(each -> !each.trace().isEmpty());
                    history.add(numbered(history.again(fact), "applied-again", fact.sequence() + 1));
                }),
                bug("two Message-IDs: a crash while sending makes a new one", new OneMessageIdPerLetter(), history -> {
                    Mailed mailed = history.some(Mailed.class, any -> true);
                    Letter letter = history.some(
                            Letter.class, each -> each.id().equals(OneMessageIdPerLetter.letterOf(mailed)));
                    history.add(new Letter("fresh", letter.kind(), letter.matter(), letter.revision()));
                    history.add(new Mailed("3", mailed.to(), "<fresh@hoingo>"));
                }),
                bug("one Message-ID for two readers", new OneMessageIdPerLetter(), history -> {
                    Mailed mailed = history.some(Mailed.class, any -> true);
                    history.add(new Mailed("3", "somebody-else@example.org", mailed.messageId()));
                }),
                bug("other partner's delegation is shown", new PartnersApart(), history -> {
                    Shown shown = history.some(Shown.class, any -> true);
                    history.add(new Shown("partner-c", shown.request(), shown.thing(), shown.owner()));
                }),
                bug("the stream goes on behind where it broke off", new WatchersMissNothing(), history -> {
                    Fact fact = history.someFact(each -> each.sequence() > 1);
                    history.without(line ->
                            line instanceof Received received && received.fact().equals(fact.id()));
                }));
    }

    @Test
    void thereIsABugForEveryInvariantAndEnoughOfThem() {
        List<Invariant> broken = new ArrayList<>(bugs().map(Bug::breaks).toList());

        assertThat(broken).hasSizeGreaterThanOrEqualTo(20);
        assertThat(Invariant.ALL).allMatch(broken::contains);
    }

    private static Bug bug(String name, Invariant breaks, Consumer<AHistory> strikes) {
        return new Bug(name, breaks, strikes);
    }

    private static Fact with(Fact fact, String id, String digest) {
        return new Fact(
                fact.topic(),
                fact.partition(),
                fact.offset(),
                fact.key(),
                id,
                fact.type(),
                fact.sequence(),
                fact.cause(),
                fact.trace(),
                digest);
    }

    private static Fact numbered(Fact fact, String id, long sequence) {
        return new Fact(
                fact.topic(),
                fact.partition(),
                fact.offset(),
                fact.key(),
                id,
                fact.type(),
                sequence,
                fact.cause(),
                fact.trace(),
                fact.digest());
    }

    private static Line tally(Tally tally, int offset, int received, int handled, int parked, int dead) {
        return new Tally(
                tally.consumer(),
                tally.topic(),
                tally.partition(),
                tally.end(),
                tally.offset() + offset,
                tally.received() + received,
                tally.handled() + handled,
                tally.skipped(),
                tally.refused(),
                tally.parked() + parked,
                tally.deadLettered() + dead);
    }

    /**
     * A mistake that somebody could make in the product.
     *
     * @param strikes what it does to a history
     */
    record Bug(String name, Invariant breaks, Consumer<AHistory> strikes) {

        @Override
        public String toString() {
            return name;
        }
    }
}
