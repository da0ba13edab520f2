package vn.hoingo.messaging;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import vn.hoingo.messaging.lab.board.WhenTicketChanged.TicketMoved;

/** One process of a consumer with one reaction, which the test tells what to do. It may die. */
final class Listening implements AutoCloseable {

    static final String MOVED = "lab.ticket-moved.v1";

    final Hearing hearing;
    private final Thread thread;

    Listening(LabIT lab, Mortal life, String consumer, String topic, BiConsumer<TicketMoved, Heard> reaction) {
        this.hearing = hearing(lab, life, consumer, topic, reaction);
        this.thread = Thread.ofPlatform().daemon().name(consumer).start(hearing);
    }

    static Hearing hearing(
            LabIT lab, Mortal life, String consumer, String topic, BiConsumer<TicketMoved, Heard> reaction) {
        return new Hearing(
                consumer,
                List.of(reaction(consumer, topic, reaction)),
                () -> life.at(MessagingAutoConfiguration.connect(lab.properties, consumer)),
                life.at(lab.kafka),
                new BlockedKeys(life.at(lab.mongo)),
                new Tallies(life.at(lab.mongo)),
                lab.clock);
    }

    static Reactions.Reaction reaction(String consumer, String topic, BiConsumer<TicketMoved, Heard> reaction) {
        try {
            Ear ear = reaction::accept;
            return new Reactions.Reaction(
                    consumer,
                    "WhenTicketMoved-hear",
                    topic,
                    MOVED,
                    TicketMoved.class,
                    void.class,
                    java.time.Instant.MIN,
                    ear,
                    Ear.class.getMethod("hear", TicketMoved.class, Heard.class));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        hearing.stop();
        try {
            if (!thread.join(Duration.ofSeconds(30))) {
                throw new IllegalStateException(thread.getName() + " does not stop");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** What hears. */
    public interface Ear {
        void hear(TicketMoved message, Heard heard);
    }
}
