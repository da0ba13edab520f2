package vn.hoingo.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.hoingo.messaging.lab.hall.Hall;
import vn.hoingo.messaging.lab.hall.HallId;
import vn.hoingo.messaging.lab.hall.HallRefusal;
import vn.hoingo.messaging.lab.ticket.Ticket;
import vn.hoingo.messaging.lab.ticket.TicketFact;
import vn.hoingo.messaging.lab.ticket.TicketId;

/** Rules 8 to 10: what is scarce is granted by one aggregate, whoever asks at once and wherever. */
class ArbitersIT extends LabIT {

    private static final int ASKERS = 64;

    private final HallId hall = new HallId(Ids.fresh());
    private Instance here;

    @BeforeEach
    void anInstanceOnADatabaseOfItsOwn() {
        here = new Instance(this, named("arbiters"), Mortal.forEver());
    }

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void oneOfSixtyFourGetsTheLastSeatAndTheOthersHearThatThereIsNone() {
        here.decisions.open(here.halls, hall, () -> new Hall(hall, 1));

        Answers answers = askAll(ASKERS, asker -> take(here, UUID.randomUUID()));

        assertThat(answers.granted()).hasSize(1);
        assertThat(answers.refused()).hasSize(ASKERS - 1).allSatisfy(failure -> assertThat(failure)
                .isInstanceOfSatisfying(HallRefusal.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(HallRefusal.Reason.SOLD_OUT)));
        assertThat(here.halls.get(hall).takers()).hasSize(1);
    }

    @Test
    void askersAreAnsweredTogetherBySavesThatAreFewerThanTheyAre() {
        here.decisions.open(here.halls, hall, () -> new Hall(hall, ASKERS));
        CountDownLatch asked = new CountDownLatch(1);

        Answers answers = askAll(ASKERS, asker -> {
            if (asker > 0) {
                asked.await();
            }
            return here.decisions.decide(here.halls, hall, it -> {
                if (asker == 0) {
                    asked.countDown();
                    eventually().until(() -> here.decisions.waiting(hall) == ASKERS - 1);
                }
                return it.take(UUID.randomUUID());
            });
        });

        assertThat(answers.granted()).hasSize(ASKERS).doesNotHaveDuplicates();
        assertThat(here.halls.get(hall).version()).isEqualTo(3); // its birth, the first one, and all the others
    }

    @Test
    void aRoundOfRefusalsIsNotSaved() {
        here.decisions.open(here.halls, hall, () -> new Hall(hall, 0));

        assertThat(askAll(10, asker -> take(here, UUID.randomUUID())).refused()).hasSize(10);

        assertThat(here.halls.get(hall).version()).isEqualTo(1);
    }

    @Test
    void theBugsOfFortyAskersDoNotHurtTheOthers() {
        here.decisions.open(here.halls, hall, () -> new Hall(hall, ASKERS));

        Answers answers = askAll(
                ASKERS,
                asker -> here.decisions.decide(here.halls, hall, it -> {
                    int left = it.take(UUID.randomUUID());
                    if (asker < 20) {
                        throw new IllegalStateException("a bug");
                    }
                    if (asker < 40) {
                        throw new AssertionError("a worse one");
                    }
                    return left;
                }));

        assertThat(answers.granted()).hasSize(ASKERS - 40);
        assertThat(answers.refused()).hasSize(40).noneMatch(failure -> failure instanceof HallRefusal);
        assertThat(here.halls.get(hall).takers()).hasSize(ASKERS - 40);
    }

    @Test
    void whatCannotBeSavedHurtsOnlyTheOneWhoAskedForIt() {
        here.decisions.open(here.halls, hall, () -> new Hall(hall, ASKERS));

        Answers answers = askAll(
                8,
                asker -> here.decisions.decide(here.halls, hall, it -> {
                    if (asker == 0) {
                        it.annotate(300 * 1024);
                    }
                    int left = it.take(UUID.randomUUID());
                    return left;
                }));

        assertThat(answers.granted()).hasSize(7);
        assertThat(answers.refused()).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("bytes"));
        assertThat(here.halls.get(hall).takers()).hasSize(7);
    }

    @Test
    void betweenInstancesTheVersionArbitrates() {
        String database = named("arbiters");
        try (Instance one = new Instance(this, database, Mortal.forEver());
                Instance other = new Instance(this, database, Mortal.forEver())) {
            one.decisions.open(one.halls, hall, () -> new Hall(hall, 40));

            Answers answers = askAll(ASKERS, asker -> take(asker % 2 == 0 ? one : other, UUID.randomUUID()));

            assertThat(answers.granted()).hasSize(40).doesNotHaveDuplicates();
            assertThat(answers.refused()).hasSize(ASKERS - 40).allMatch(failure -> failure instanceof HallRefusal);
            assertThat(one.halls.get(hall).takers()).hasSize(40).doesNotHaveDuplicates();
            String key = hall.value().toString();
            eventually().untilAsserted(() -> assertThat(read("lab.hall").stream()
                            .filter(each -> key.equals(each.key()))
                            .mapToLong(LabIT::sequence)
                            .distinct())
                    .hasSize(40));
        }
    }

    @Test
    void anArbiterIsBornOnceWhoeverAsksFirst() {
        String database = named("arbiters");
        try (Instance one = new Instance(this, database, Mortal.forEver());
                Instance other = new Instance(this, database, Mortal.forEver())) {
            Answers answers = askAll(16, asker -> {
                Instance at = asker % 2 == 0 ? one : other;
                return at.decisions.decide(at.halls, hall, () -> new Hall(hall, 10), it -> it.take(UUID.randomUUID()));
            });
            assertThat(answers.granted()).hasSize(10);
            assertThat(one.halls.get(hall).takers()).hasSize(10);
        }
    }

    @Test
    void anArbiterThatNobodyBearsIsAbsent() {
        assertThatThrownBy(() -> take(here, UUID.randomUUID())).isInstanceOf(Absent.class);
    }

    @Test
    void aTakerThatAsksAgainAfterACrashHasItsOneSeat() {
        UUID taker = UUID.randomUUID();
        here.decisions.open(here.halls, hall, () -> new Hall(hall, 2));
        assertThat(take(here, taker)).isEqualTo(1);
        // the desk died before it told the taker; the arbiter's fact, or the taker itself, asks again
        assertThat(take(here, taker)).isEqualTo(1);
        here.decisions.change(here.halls, hall, it -> it.giveBack(taker));
        here.decisions.change(here.halls, hall, it -> it.giveBack(taker)); // to no further effect
        assertThat(take(here, UUID.randomUUID())).isEqualTo(1);
    }

    @Nested
    class AnEdit {

        private final TicketId id = new TicketId(Ids.fresh());

        @BeforeEach
        void ofATicketThatTwoSaw() {
            here.decisions.open(here.tickets, id, () -> Ticket.issue(id, UUID.randomUUID(), 1));
        }

        @Test
        void onTheVersionThatWasSeenIsMade() throws Exception {
            assertThat(asking(null, "a", 1L).in(() -> move(5)).version()).isEqualTo(2);
            assertThat(asking(null, "b", 2L).in(() -> move(6)).version()).isEqualTo(3);
        }

        @Test
        void onAnOldVersionIsToldWhatChangedSince() throws Exception {
            asking(null, "a", 1L).in(() -> move(5));
            asking(null, "a", 2L).in(() -> move(6));

            assertThatThrownBy(() -> asking(null, "b", 2L).in(() -> move(7)))
                    .isInstanceOfSatisfying(StaleEdit.class, stale -> {
                        assertThat(stale.current()).isEqualTo(3);
                        assertThat(stale.since()).singleElement().satisfies(change -> {
                            assertThat(change.version()).isEqualTo(3);
                            assertThat(change.actor()).isEqualTo("ann");
                            assertThat(change.facts()).containsExactly("lab.ticket-moved.v1");
                        });
                    });
            assertThat(here.tickets.get(id).seat()).isEqualTo(6);
        }

        @Test
        void thatIsOvertakenWhileItIsMadeIsStaleToo() {
            AtomicInteger verbs = new AtomicInteger();
            assertThatThrownBy(() -> asking(null, "a", 1L)
                            .in(() -> here.decisions.change(here.tickets, id, ticket -> {
                                if (verbs.incrementAndGet() == 1) {
                                    here.decisions.change(here.tickets, id, same -> same.move(9));
                                }
                                ticket.move(5);
                            })))
                    .isInstanceOf(StaleEdit.class);
            assertThat(here.tickets.get(id).seat()).isEqualTo(9);
        }

        @Test
        void withoutAVersionIsMadeAgainOnTheLatest() throws Exception {
            AtomicInteger verbs = new AtomicInteger();
            asking(null, "a", null)
                    .in(() -> here.decisions.change(here.tickets, id, ticket -> {
                        if (verbs.incrementAndGet() == 1) {
                            here.decisions.change(here.tickets, id, same -> same.move(9));
                        }
                        ticket.move(ticket.seat() + 1);
                    }));
            assertThat(verbs).hasValue(2);
            assertThat(here.tickets.get(id).seat()).isEqualTo(10);
        }

        @Test
        void thatIsRepeatedUnderItsKeyIsMadeOnce() throws Exception {
            asking("key", "a", 1L).in(() -> move(5));
            Ticket again = asking("key", "a", 1L).in(() -> move(5));

            assertThat(again.version()).isEqualTo(2);
            assertThat(again.announced()).isEmpty();
        }

        @Test
        void underAKeyThatWasUsedForAnotherBodyIsRefused() throws Exception {
            asking("key", "a", null).in(() -> move(5));

            assertThatThrownBy(() -> asking("key", "another", null).in(() -> move(6)))
                    .isInstanceOf(KeyReused.class);
            assertThat(here.tickets.get(id).seat()).isEqualTo(5);
        }

        @Test
        void ofAnotherPersonUnderTheSameKeyIsAnother() throws Exception {
            asking("key", "a", null).in(() -> move(5));
            new Acting("bob", "c", null, null, new Acting.Request("PUT /tickets", "key", "b", null)).in(() -> move(6));

            assertThat(here.tickets.get(id).seat()).isEqualTo(6);
        }

        @Test
        void thatTouchesAnAggregateTwiceRepeatsBothSteps() throws Exception {
            for (int times = 0; times < 2; times++) {
                asking("key", "a", null).in(() -> {
                    move(5);
                    return move(6);
                });
            }
            assertThat(here.tickets.get(id).version()).isEqualTo(3);
        }

        @Test
        void isRememberedForThirtyTwoChanges() throws Exception {
            asking("key", "a", null).in(() -> move(5));
            for (int i = 0; i < 31; i++) {
                here.decisions.change(here.tickets, id, ticket -> ticket.move(6));
            }
            assertThat(asking("key", "a", null).in(() -> move(5)).version()).isEqualTo(33);
            assertThat(here.tickets.get(id).recentChanges()).hasSize(32);
        }

        @Test
        void ofWhatIsNotThereIsAbsent() {
            TicketId nobody = new TicketId(Ids.fresh());
            assertThatThrownBy(() -> here.decisions.change(here.tickets, nobody, ticket -> ticket.move(1)))
                    .isInstanceOf(Absent.class);
        }

        private Ticket move(int to) {
            return here.decisions.change(here.tickets, id, ticket -> ticket.move(to));
        }
    }

    @Test
    void aBirthThatIsRepeatedIsOneAndWithAnotherBodyRefused() throws Exception {
        UUID first = asking("birth", "a", null).in(this::issue).id().value();
        assertThat(asking("birth", "a", null).in(this::issue).id().value()).isEqualTo(first);
        assertThat(asking("birth two", "a", null).in(this::issue).id().value()).isNotEqualTo(first);
        assertThatThrownBy(() -> asking("birth", "b", null).in(this::issue)).isInstanceOf(KeyReused.class);
        assertThat(here.tickets.get(new TicketId(first)).version()).isEqualTo(1);
    }

    @Test
    void twoBirthsAtOnceAreOne() {
        TicketId id = new TicketId(Ids.from("ticket", hall));
        Answers answers = askAll(8, asker -> {
            here.decisions.open(here.tickets, id, () -> Ticket.issue(id, hall.value(), 1));
            return asker;
        });
        assertThat(answers.granted()).hasSize(8);
        assertThat(here.tickets.get(id).version()).isEqualTo(1);
        eventually().untilAsserted(() -> assertThat(read("lab.ticket", id.value()))
                .singleElement()
                .satisfies(only -> assertThat(header(only, "ce_type"))
                        .isEqualTo(TicketFact.TicketIssued.class
                                .getAnnotation(Contract.class)
                                .value())));
    }

    private Ticket issue() {
        TicketId id = new TicketId(Acting.current().newId("ticket"));
        return here.decisions.open(here.tickets, id, () -> Ticket.issue(id, hall.value(), 1));
    }

    private static Acting asking(String key, String body, Long ifMatch) {
        return new Acting("ann", "c", null, null, new Acting.Request("PUT /tickets", key, body, ifMatch));
    }

    private int take(Instance at, UUID taker) {
        return at.decisions.decide(at.halls, hall, it -> it.take(taker));
    }

    /** All ask at once, each in a thread of its own. */
    private static Answers askAll(int askers, Asking asking) {
        CountDownLatch start = new CountDownLatch(1);
        List<Integer> granted = new ArrayList<>();
        List<Throwable> refused = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int asker = 0; asker < askers; asker++) {
                int me = asker;
                answers.add(threads.submit(() -> {
                    start.await();
                    return asking.ask(me);
                }));
            }
            start.countDown();
            for (Future<Integer> answer : answers) {
                try {
                    granted.add(answer.get());
                } catch (ExecutionException failed) {
                    refused.add(failed.getCause());
                } catch (InterruptedException stop) {
                    throw new IllegalStateException(stop);
                }
            }
        }
        return new Answers(granted, refused);
    }

    private interface Asking {
        int ask(int asker) throws Exception;
    }

    private record Answers(List<Integer> granted, List<Throwable> refused) {}
}
