package vn.hoingo.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import vn.hoingo.benchmarks.cinema.Hall;
import vn.hoingo.benchmarks.cinema.HallId;
import vn.hoingo.benchmarks.cinema.HallRefusal;
import vn.hoingo.benchmarks.cinema.Halls;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.OutboxFull;

/**
 * Registrations for one event by 64 clients who want more seats than there are: queued decisions of an arbiter that names every
 * taker and announces every grant, a bare conditional counter, and a row lock in PostgreSQL with a row per taker.
 */
final class SeatsFigure implements Figure {

    private static final int CLIENTS = 64;
    private static final int SEATS = 1_000;

    private final AtomicInteger oversold = new AtomicInteger();
    private final AtomicInteger waits = new AtomicInteger();

    @Override
    public void measure(Effort effort, Lines lines) throws Exception {
        int seats = effort.of(SEATS);
        try (Stage stage = new Stage();
                @Nullable Postgres postgres = Postgres.startIfInstalled()) {
            Race race = new Race().side("ours", ours(stage, seats)).side("limit", limit(stage, seats));
            if (postgres != null) {
                race.side("peer", peer(postgres, seats));
            }
            race.run(effort.rounds());
            lines.of("seats", "grants/s")
                    .of(race, "grants", Reach.atLeast(0.5))
                    .with("clients", CLIENTS)
                    .with("seatsARound", seats)
                    .with("oversold", oversold.get())
                    .with("askedAgainForAFullOutbox", waits.get())
                    .with("peerIs", postgres == null ? "not installed" : "PostgreSQL 15, SELECT … FOR UPDATE")
                    .print();
        }
    }

    /** Asks for one seat; false when there is none. */
    private interface Asking {
        boolean seat(UUID taker) throws Exception;
    }

    /** Asks for a tenth more than there is. */
    private Map<String, Double> grants(int seats, Asking asking) throws Exception {
        int asked = seats + seats / 10 + 1;
        AtomicInteger next = new AtomicInteger();
        AtomicInteger granted = new AtomicInteger();
        long begun = System.nanoTime();
        List<Future<?>> clients = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(threads.submit(() -> {
                    while (next.getAndIncrement() < asked) {
                        if (asking.seat(UUID.randomUUID())) {
                            granted.incrementAndGet();
                        }
                    }
                    return null;
                }));
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        for (Future<?> client : clients) {
            client.get();
        }
        oversold.addAndGet(Math.abs(granted.get() - seats));
        return Map.of("grants", granted.get() / seconds);
    }

    private java.util.concurrent.Callable<Map<String, Double>> ours(Stage stage, int seats) {
        ConfigurableApplicationContext cinema = stage.cinema();
        Decisions decisions = cinema.getBean(Decisions.class);
        Halls halls = cinema.getBean(Halls.class);
        return () -> {
            HallId id = new HallId(UUID.randomUUID());
            decisions.open(halls, id, () -> new Hall(id, seats));
            Map<String, Double> said = grants(seats, taker -> took(decisions, halls, id, taker));
            oversold.addAndGet(Math.abs(halls.get(id).taken() - seats));
            while (pending(cinema) > 0) {
                Thread.sleep(20); // the next side shall not pay for it
            }
            return said;
        };
    }

    private static long pending(ConfigurableApplicationContext cinema) {
        return cinema.getBean(MongoOperations.class).getCollection("halls").countDocuments(Filters.exists("outbox.0"));
    }

    private boolean took(Decisions decisions, Halls halls, HallId id, UUID taker) throws InterruptedException {
        while (true) {
            try {
                decisions.decide(halls, id, hall -> hall.take(taker));
                return true;
            } catch (HallRefusal soldOut) {
                return false;
            } catch (OutboxFull later) {
                waits.incrementAndGet();
                Thread.sleep(20);
            }
        }
    }

    private java.util.concurrent.Callable<Map<String, Double>> limit(Stage stage, int seats) {
        MongoCollection<Document> halls = stage.store().getDatabase("raw").getCollection("halls");
        return () -> {
            UUID id = UUID.randomUUID();
            halls.insertOne(new Document("_id", id).append("taken", 0));
            return grants(
                    seats,
                    taker -> halls.updateOne(
                                            Filters.and(Filters.eq("_id", id), Filters.lt("taken", seats)),
                                            Updates.inc("taken", 1))
                                    .getModifiedCount()
                            == 1);
        };
    }

    private java.util.concurrent.Callable<Map<String, Double>> peer(Postgres postgres, int seats) throws Exception {
        BlockingQueue<Connection> connections = new ArrayBlockingQueue<>(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            Connection connection = postgres.connect();
            connection.setAutoCommit(false);
            connections.add(connection);
        }
        Connection first = connections.take();
        first.createStatement().execute("CREATE TABLE hall (id uuid PRIMARY KEY, taken int NOT NULL)");
        first.createStatement().execute("CREATE TABLE taker (id uuid PRIMARY KEY, hall uuid NOT NULL)");
        first.commit();
        connections.add(first);
        return () -> {
            UUID id = UUID.randomUUID();
            Connection opening = connections.take();
            try (PreparedStatement hall = opening.prepareStatement("INSERT INTO hall VALUES (?, 0)")) {
                hall.setObject(1, id);
                hall.execute();
                opening.commit();
            }
            connections.add(opening);
            return grants(seats, taker -> {
                Connection connection = connections.take();
                try {
                    return locked(connection, id, taker, seats);
                } finally {
                    connection.commit();
                    connections.add(connection);
                }
            });
        };
    }

    private static boolean locked(Connection connection, UUID hall, UUID taker, int seats) throws Exception {
        try (PreparedStatement lock = connection.prepareStatement("SELECT taken FROM hall WHERE id = ? FOR UPDATE");
                PreparedStatement count =
                        connection.prepareStatement("UPDATE hall SET taken = taken + 1 WHERE id = ?");
                PreparedStatement name = connection.prepareStatement("INSERT INTO taker VALUES (?, ?)")) {
            lock.setObject(1, hall);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                if (row.getInt(1) >= seats) {
                    return false;
                }
            }
            count.setObject(1, hall);
            count.execute();
            name.setObject(1, taker);
            name.setObject(2, hall);
            name.execute();
            return true;
        }
    }
}
