package vn.hoingo.messaging;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.data.mapping.callback.EntityCallbacks;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.kafka.core.KafkaOperations;
import vn.hoingo.messaging.lab.hall.Hall;
import vn.hoingo.messaging.lab.hall.HallId;
import vn.hoingo.messaging.lab.ticket.Ticket;
import vn.hoingo.messaging.lab.ticket.TicketId;

/** One process of a service that announces: its own relay and sweep, on a database that others may share. It may die. */
final class Instance implements AutoCloseable {

    final MongoOperations mongo;
    final Relay relay;
    final Decisions decisions = new Decisions();
    final Aggregates<Ticket, TicketId> tickets;
    final Aggregates<Hall, HallId> halls;
    private final LabIT lab;

    Instance(LabIT lab, String database, Mortal life) {
        this(lab, lab.store, database, life, lab.kafka);
    }

    Instance(LabIT lab, MongoClient store, String database, Mortal life, KafkaOperations<String, byte[]> kafka) {
        this.lab = lab;
        MongoTemplate real =
                new MongoTemplate(new SimpleMongoClientDatabaseFactory(store, database), lab.mongo.getConverter());
        this.mongo = life.at(real);
        this.relay = new Relay(mongo, life.at(kafka));
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("relay", relay);
        beans.addBean("kinds", lab.kinds);
        MessagingAutoConfiguration mechanism = new MessagingAutoConfiguration("lab");
        real.setEntityCallbacks(EntityCallbacks.create(
                mechanism.sealing(lab.clock),
                mechanism.weighing(),
                mechanism.waking(beans.getBeanProvider(Relay.class), beans.getBeanProvider(AggregateKinds.class))));
        this.tickets = new Kept<>(mongo, Ticket.class);
        this.halls = new Kept<>(mongo, Hall.class);
    }

    /** A sweep to which everything is older than it is. */
    Sweep sweep(Duration later) {
        return new Sweep(mongo, lab.kinds, relay, Clock.offset(lab.clock, later));
    }

    /** The turns under way come to their end; what they leave is in the documents. */
    @Override
    public void close() {
        relay.destroy();
    }

    /** A repository without Spring Data's proxy around it, so that its steps can be watched. */
    private record Kept<A extends Aggregate<I>, I extends Id>(MongoOperations mongo, Class<A> type)
            implements Aggregates<A, I> {

        @Override
        public Optional<A> findById(I id) {
            return Optional.ofNullable(mongo.findById(id, type));
        }

        @Override
        public A save(A aggregate) {
            return mongo.save(aggregate);
        }
    }
}
