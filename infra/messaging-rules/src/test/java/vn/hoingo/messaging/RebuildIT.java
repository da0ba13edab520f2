package vn.hoingo.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import vn.hoingo.messaging.lab.board.KnownTicket;
import vn.hoingo.messaging.lab.ticket.Ticket;
import vn.hoingo.messaging.lab.ticket.TicketId;
import vn.hoingo.messaging.lab.ticket.Tickets;

/** Rule 16: a local copy is made anew beside the living one, and ends equal to it. */
class RebuildIT extends LabIT {

    private static final String COPY = "known_tickets";
    private static final String CONSUMER = "lab.board";

    @Autowired
    private Tickets tickets;

    @Autowired
    private LocalCopies copies;

    private final UUID show = Ids.fresh();

    private final TicketId id = new TicketId(Ids.fresh());

    /** Other tests feed the same copy from topics of their own; a rebuild knows nothing of those. */
    @BeforeEach
    void everythingIsHeardAndNothingElseIsThere() {
        heardAll();
        Set<UUID> announced = read("lab.ticket").stream()
                .map(each -> UUID.fromString(each.key()))
                .collect(Collectors.toSet());
        mongo.getCollection(COPY).deleteMany(new Document("_id", new Document("$nin", List.copyOf(announced))));
    }

    @Test
    void aCopyThatWasDamagedIsMadeAnewUnderLiveTraffic() {
        List<TicketId> many =
                Stream.generate(() -> new TicketId(Ids.fresh())).limit(40).toList();
        many.forEach(each -> issue(each, 3));
        heardAll();
        Map<Object, Document> before = rows();
        mongo.getCollection(COPY).deleteOne(new Document("_id", many.getFirst().value()));
        mongo.getCollection(COPY)
                .updateOne(
                        new Document("_id", many.getLast().value()), new Document("$set", new Document("seat", 999)));

        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger moves = new AtomicInteger();
        Thread traffic = Thread.ofVirtual().start(() -> {
            while (!over.get() && moves.get() < 200) {
                TicketId one = many.get(moves.incrementAndGet() % many.size());
                decisions.change(tickets, one, ticket -> ticket.move(moves.get()));
            }
        });
        rebuild();
        over.set(true);
        join(traffic);
        heardAll();

        assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(before.keySet());
        Map<String, Long> facts = new HashMap<>();
        read("lab.ticket").forEach(each -> facts.merge(each.key(), sequence(each), Math::max));
        for (TicketId each : many) {
            Ticket ticket = tickets.get(each);
            int moved = facts.get(each.value().toString()).intValue() - 1;
            assertThat(copies.of(KnownTicket.class).find(each.value()))
                    .contains(new KnownTicket(each.value(), show, ticket.seat(), moved));
        }
        assertThat(mongo.collectionExists(LocalCopy.shadow(COPY))).isFalse();
        assertThat(indexes()).contains("show");
    }

    @Test
    void aRebuildThatDiedInTheMiddleLeavesTheLivingCopyAndIsBegunAgain() {
        issue(id, 2);
        heardAll();
        Map<Object, Document> before = rows();
        // what a process leaves that was killed while it filled the shadow
        mongo.getCollection(LocalCopy.shadow(COPY)).insertOne(new Document("_id", UUID.randomUUID()).append("seat", 7));
        assertThat(rows()).isEqualTo(before);

        rebuild();

        assertThat(rows()).isEqualTo(before);
        assertThat(mongo.collectionExists(LocalCopy.shadow(COPY))).isFalse();
    }

    @Test
    void whatWaitsAtABlockedKeyIsLeftToTheOneWhoRepairsIt() {
        issue(id, 0);
        decisions.change(tickets, id, ticket -> ticket.move(-1)); // the board has a bug with it
        decisions.change(tickets, id, ticket -> ticket.move(5));
        heardAll();
        assertThat(line()).isNotEmpty();
        Map<Object, Document> before = rows();

        rebuild();

        assertThat(rows()).isEqualTo(before);
        assertThat(copies.of(KnownTicket.class).find(id.value())).contains(new KnownTicket(id.value(), show, 0, 0));
        mechanism.repair().discard(line());
        assertThat(copies.of(KnownTicket.class).find(id.value())).contains(new KnownTicket(id.value(), show, 5, 1));
    }

    @Test
    void whatWasGivenUpIsPassed() {
        issue(id, 0);
        decisions.change(tickets, id, ticket -> ticket.move(-1));
        decisions.change(tickets, id, ticket -> ticket.move(5));
        heardAll();
        mechanism.repair().discard(line());
        Map<Object, Document> before = rows();

        rebuild();

        assertThat(rows()).isEqualTo(before);
        assertThat(copies.of(KnownTicket.class).find(id.value())).contains(new KnownTicket(id.value(), show, 5, 1));
    }

    @Test
    void aRowThatWasTakenAwayStaysAway() {
        issue(id, 1);
        decisions.change(tickets, id, Ticket::cancel);
        heardAll();

        rebuild();

        assertThat(copies.of(KnownTicket.class).find(id.value())).isEmpty();
        assertThat(copies.of(KnownTicket.class).find(new Query())).isNotEmpty();
    }

    @Test
    void aCopyThatDoesNotExistYetIsMade() {
        issue(id, 1);
        heardAll();
        Map<Object, Document> before = rows();
        mongo.dropCollection(COPY);

        rebuild();

        assertThat(rows()).isEqualTo(before);
        mongo.indexOps(COPY) // other tests share this store, and the index was made at its start
                .createIndex(new Index("show", Sort.Direction.ASC).named("show"));
    }

    @Test
    void oneInstanceRebuildsAtATime() {
        Lease elsewhere = new Lease(mongo, "rebuild " + COPY);
        assertThat(elsewhere.hold(java.time.Duration.ofMinutes(1))).isTrue();
        mechanism.rebuild().begin(COPY);
        eventually().until(() -> state().equals("failed"));
        elsewhere.release();
        rebuild();
    }

    @Test
    void whatIsNoCopyIsAbsent() {
        assertThatThrownBy(() -> mechanism.rebuild().begin("tickets")).isInstanceOf(Absent.class);
        assertThat(mechanism.rebuild().all()).extracting(Rebuild.Progress::copy).containsExactly(COPY);
    }

    @Test
    void aReactionThatLooksAtTheCopyItRebuildsSeesTheNewRows() {
        LocalCopy<KnownTicket> board = copies.of(KnownTicket.class);
        Heard heard = new Heard("r", id.value(), 1, NOON, "m");
        ScopedValue.where(LocalCopy.REBUILDING, COPY).run(() -> {
            board.apply(id.value(), heard, before -> new KnownTicket(id.value(), show, 1, 0));
            assertThat(board.find(id.value())).isPresent();
        });
        assertThat(board.find(id.value())).isEmpty();
        ScopedValue.where(LocalCopy.REBUILDING, "another copy")
                .run(() -> board.apply(id.value(), heard, before -> new KnownTicket(id.value(), show, 1, 0)));
        assertThat(board.find(id.value())).isPresent();
        mongo.dropCollection(LocalCopy.shadow(COPY));
        mongo.getCollection(COPY).deleteOne(new Document("_id", id.value()));
    }

    private void issue(TicketId ticket, int moves) {
        decisions.open(tickets, ticket, () -> {
            Ticket issued = Ticket.issue(ticket, show, 0);
            IntStream.rangeClosed(1, moves).forEach(issued::move);
            return issued;
        });
    }

    private void rebuild() {
        mechanism.rebuild().begin(COPY);
        eventually().until(() -> !state().equals("rebuilding"));
        assertThat(state()).isEqualTo("rebuilt");
    }

    private String state() {
        return mechanism.rebuild().all().getFirst().state();
    }

    /** Nothing waits to travel, and the board has heard all. */
    private void heardAll() {
        eventually().untilAsserted(() -> {
            assertThat(mongo.getCollection("tickets")
                            .countDocuments(new Document("outbox.0", new Document("$exists", true))))
                    .isZero();
            assertThat(committed(CONSUMER, "lab.ticket")).isEqualTo(onTopic("lab.ticket", 6));
        });
        assertThat(difference(tally(CONSUMER))).isZero();
    }

    private String line() {
        return lines(CONSUMER).stream()
                .filter(each -> id.value().toString().equals(each.key()))
                .map(BlockedKeys.Blocked::id)
                .findFirst()
                .orElseThrow();
    }

    /** The rows as they are stored, but for how often they were written. */
    private Map<Object, Document> rows() {
        Map<Object, Document> rows = new HashMap<>();
        for (Document row : mongo.getCollection(COPY).find()) {
            row.remove("_turn");
            rows.put(row.get("_id"), row);
        }
        return rows;
    }

    private List<String> indexes() {
        List<String> names = new ArrayList<>();
        mongo.getCollection(COPY).listIndexes().forEach(each -> names.add(each.getString("name")));
        return names;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
