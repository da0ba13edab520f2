package vn.hoingo.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.springframework.context.ConfigurableApplicationContext;
import vn.hoingo.benchmarks.board.Shown;
import vn.hoingo.benchmarks.cinema.Ticket;
import vn.hoingo.benchmarks.cinema.TicketId;
import vn.hoingo.benchmarks.cinema.Tickets;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.Rebuilding;

/** How fast a local copy is made anew from the first message on, against only polling the same messages. */
final class RebuildFigure implements Figure {

    private static final String TOPIC = "cinema.ticket";
    private static final String COPY = "known_tickets";
    private static final int TICKETS = 2_000;
    private static final int MOVES = 9;

    @Override
    public void measure(Effort effort, Lines lines) throws Exception {
        int tickets = effort.of(TICKETS);
        int messages = tickets * (1 + MOVES);
        try (Stage stage = new Stage()) {
            ConfigurableApplicationContext board = stage.board(new Shown());
            announce(stage, tickets);
            Rebuilding rebuilding = new Rebuilding(board);
            Race race = new Race()
                    .side("ours", () -> {
                        long begun = System.nanoTime();
                        rebuilding.once(COPY);
                        return perSecond(messages, begun);
                    })
                    .side("limit", () -> {
                        try (KafkaConsumer<String, byte[]> consumer = stage.consumer(TOPIC, 1_000)) {
                            long begun = System.nanoTime();
                            poll(consumer, messages);
                            return perSecond(messages, begun);
                        }
                    })
                    .run(effort.rounds());
            lines.of("rebuild", "messages/s")
                    .of(race, "messages", Reach.atLeast(0.3))
                    .with("messages", messages)
                    .with("rows", tickets)
                    .print();
        }
    }

    private static Map<String, Double> perSecond(int messages, long begun) {
        return Map.of("messages", messages / ((System.nanoTime() - begun) / 1e9));
    }

    /** Waits until all of it lies on the topic. */
    private static void announce(Stage stage, int count) {
        ConfigurableApplicationContext cinema = stage.cinema();
        Decisions decisions = cinema.getBean(Decisions.class);
        Tickets tickets = cinema.getBean(Tickets.class);
        UUID show = UUID.randomUUID();
        for (int number = 0; number < count; number++) {
            TicketId id = new TicketId(UUID.randomUUID());
            decisions.open(tickets, id, () -> {
                Ticket ticket = Ticket.issue(id, show, 0);
                for (int seat = 1; seat <= MOVES; seat++) {
                    ticket.move(seat);
                }
                return ticket;
            });
        }
        try (KafkaConsumer<String, byte[]> consumer = stage.consumer(TOPIC, 1_000)) {
            poll(consumer, count * (1 + MOVES));
        }
    }

    private static void poll(KafkaConsumer<String, byte[]> consumer, int messages) {
        int polled = 0;
        while (polled < messages) {
            polled += consumer.poll(Duration.ofSeconds(1)).count();
        }
    }
}
