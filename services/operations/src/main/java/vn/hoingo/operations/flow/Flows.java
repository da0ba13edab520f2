package vn.hoingo.operations.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.hoingo.operations.envelope.Broker;

/** Gathers the tallies of all services and holds them against what lies on the topics. */
@Component
class Flows {

    private static final int STEPS = 12;
    private static final Duration STEP = Duration.ofSeconds(5);

    private final Services services;
    private final Broker broker;
    private final MongoOperations mongo;
    private final Clock clock;

    Flows(Services services, Broker broker, MongoOperations mongo, Clock clock) {
        this.services = services;
        this.broker = broker;
        this.mongo = mongo;
        this.clock = clock;
    }

    List<FlowView> now() {
        List<Services.Answer<Said>> answers =
                services.ask((door, service) -> new Said(door.tallies(service), door.blocked(service)));
        Map<TopicPartition, Long> ends = ends(answers); // after the tallies, so that nobody seems to be ahead
        Map<String, List<Integer>> recent = recent();
        return answers.stream()
                .map(answer -> FlowView.of(
                        answer.service(),
                        answer.said().map(Said::flow).orElse(null),
                        answer.said().map(Said::blocked).orElse(List.of()),
                        ends,
                        recent.getOrDefault(answer.service(), nothing())))
                .toList();
    }

    /** Where the topics end of which anybody has a tally. */
    private Map<TopicPartition, Long> ends(List<Services.Answer<Said>> answers) {
        Set<String> topics = answers.stream()
                .flatMap(answer -> answer.said().stream())
                .flatMap(said -> said.flow().tallies().stream())
                .map(ServiceMessaging.Tally::topic)
                .collect(Collectors.toSet());
        try (Consumer<String, byte[]> connected = broker.connect()) {
            Set<TopicPartition> partitions = new HashSet<>();
            topics.forEach(topic -> Optional.ofNullable(connected.partitionsFor(topic))
                    .ifPresent(all -> all.forEach(
                            partition -> partitions.add(new TopicPartition(topic, partition.partition())))));
            return connected.endOffsets(partitions);
        }
    }

    /** How many facts each service announced, in steps of five seconds, the last minute. */
    private Map<String, List<Integer>> recent() {
        Instant now = clock.instant();
        Instant since = now.minus(STEP.multipliedBy(STEPS));
        Query lately = Query.query(Criteria.where("order").gte(since.toEpochMilli() * 4096));
        lately.fields().include("topic", "time");
        Map<String, List<Integer>> recent = new TreeMap<>();
        mongo.find(lately.limit(20_000), org.bson.Document.class, "timeline").forEach(fact -> {
            String owner = fact.getString("topic").replaceFirst("\\..*", "");
            long ago = now.toEpochMilli() - fact.getDate("time").getTime();
            int step = Math.clamp(STEPS - 1 - ago / STEP.toMillis(), 0, STEPS - 1);
            List<Integer> steps = recent.computeIfAbsent(owner, none -> nothing());
            steps.set(step, steps.get(step) + 1);
        });
        return recent;
    }

    private record Said(ServiceMessaging.Flow flow, List<ServiceMessaging.Blocked> blocked) {}

    private static List<Integer> nothing() {
        return new ArrayList<>(Collections.nCopies(STEPS, 0));
    }
}
