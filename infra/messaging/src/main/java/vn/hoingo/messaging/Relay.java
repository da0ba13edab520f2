package vn.hoingo.messaging;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Sends what was saved. A turn sends the whole pending prefix of one aggregate in order, each fact after the acknowledgement of
 * the one before, and then takes the sent ones out of the document by their ids, so that neither the version nor what others
 * add meanwhile is touched. A turn that fails leaves the rest to the {@link Sweep}.
 */
final class Relay implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int REMEMBERED_ACKS = 20_000;

    private final MongoOperations mongo;
    private final KafkaOperations<String, byte[]> kafka;
    private final ExecutorService turns = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("relay-", 0).factory());
    private final Map<Place, AtomicReference<@Nullable Parcel>> atWork = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = Collections.newSetFromMap(Collections.synchronizedMap(new Recent()));

    Relay(MongoOperations mongo, KafkaOperations<String, byte[]> kafka) {
        this.mongo = mongo;
        this.kafka = kafka;
    }

    /** Begins a turn for the aggregate, or tells the one that is under way to look again. */
    void wake(Parcel parcel) {
        if (parcel.entries().isEmpty()) {
            return;
        }
        atWork.compute(new Place(parcel.collection(), parcel.aggregate()), (place, underWay) -> {
            if (underWay != null) {
                underWay.accumulateAndGet(parcel, Parcel::and);
                return underWay;
            }
            AtomicReference<@Nullable Parcel> next = new AtomicReference<>(parcel);
            try {
                turns.execute(() -> turn(place, next));
            } catch (RejectedExecutionException stopping) {
                return null; // it is saved, and the sweep of the next start finds it
            }
            return next;
        });
    }

    private void turn(Place place, AtomicReference<@Nullable Parcel> next) {
        boolean again = true;
        while (again) {
            Parcel parcel = next.getAndSet(null);
            try {
                if (parcel != null) {
                    send(parcel);
                }
            } catch (Exception | Error unsent) { // whatever it was, the turn must end
                LOG.warn("facts of {} wait for the sweep: {}", place, unsent.toString());
                next.set(null);
            }
            again = atWork.computeIfPresent(place, (same, mine) -> mine.get() == null ? null : mine) != null;
        }
    }

    private void send(Parcel parcel) throws InterruptedException, ExecutionException {
        List<String> sent = new ArrayList<>();
        try {
            for (Aggregate.Entry entry : parcel.entries()) {
                if (!acknowledged.contains(entry.entry())) {
                    kafka.send(record(parcel, entry)).get();
                    acknowledged.add(entry.entry());
                }
                sent.add(entry.entry());
            }
        } finally {
            if (!sent.isEmpty()) {
                trim(parcel, sent);
            }
        }
    }

    /** Without waiting for the journal: a trim that a crash takes back only has its facts sent again. */
    private void trim(Parcel parcel, List<String> sent) {
        mongo.execute(parcel.collection(), documents -> documents
                .withWriteConcern(WriteConcern.W1)
                .updateOne(
                        Filters.eq("_id", parcel.aggregate()),
                        Updates.pullByFilter(new org.bson.Document(
                                "outbox", new org.bson.Document("entry", new org.bson.Document("$in", sent))))));
    }

    private static ProducerRecord<String, byte[]> record(Parcel parcel, Aggregate.Entry entry) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(parcel.topic(), parcel.aggregate().toString(), entry.payload());
        entry.headers().forEach((name, value) -> message.headers()
                .add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
        return message;
    }

    @Override
    public void destroy() {
        turns.close(); // waits for the turns under way; what they leave is in the documents
    }

    /** Where an aggregate is stored: two kinds of aggregate may have the same id. */
    private record Place(String collection, UUID aggregate) {}

    /** The pending facts of one aggregate, in their order. */
    record Parcel(String collection, String topic, UUID aggregate, List<Aggregate.Entry> entries) {

        /** Two views of one outbox: together they hold each entry once, in the order of their numbers. */
        static Parcel and(@Nullable Parcel first, @Nullable Parcel second) {
            if (first == null || second == null) {
                return java.util.Objects.requireNonNull(first == null ? second : first);
            }
            Map<String, Aggregate.Entry> entries = new LinkedHashMap<>();
            first.entries.forEach(entry -> entries.put(entry.entry(), entry));
            second.entries.forEach(entry -> entries.put(entry.entry(), entry));
            return new Parcel(
                    first.collection,
                    first.topic,
                    first.aggregate,
                    entries.values().stream()
                            .sorted(java.util.Comparator.comparingLong(Aggregate.Entry::sequence))
                            .toList());
        }
    }

    /** What this process has had acknowledged lately, so that it is not sent again. */
    private static final class Recent extends LinkedHashMap<String, Boolean> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED_ACKS;
        }
    }
}
