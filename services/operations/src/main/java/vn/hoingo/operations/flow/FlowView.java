package vn.hoingo.operations.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Whether a service keeps up: received = handled + skipped + refused + parked + dead-lettered, and how far it is behind.
 *
 * @param stuck of the dead letters, those that wait for somebody to mend them; the others were given up
 * @param difference what is received and not accounted for; 0 when healthy
 * @param behind messages that lie on its topics and were not taken yet
 * @param recent facts that it announced, in steps of five seconds, the last minute
 */
record FlowView(
        String service,
        boolean reachable,
        @Nullable Long oldestPendingMillis,
        long received,
        long handled,
        long skipped,
        long refused,
        long parked,
        long deadLettered,
        long stuck,
        long difference,
        long behind,
        List<Integer> recent,
        List<OfConsumer> consumers) {

    static FlowView of(
            String service,
            ServiceMessaging.@Nullable Flow flow,
            List<ServiceMessaging.Blocked> blocked,
            Map<TopicPartition, Long> ends,
            List<Integer> recent) {
        List<OfConsumer> consumers = new ArrayList<>();
        if (flow != null) {
            Map<String, Long> stuck = blocked.stream()
                    .filter(key -> !key.waiting().isEmpty())
                    .collect(Collectors.groupingBy(ServiceMessaging.Blocked::consumer, Collectors.counting()));
            flow.tallies().stream()
                    .collect(Collectors.groupingBy(ServiceMessaging.Tally::consumer, TreeMap::new, Collectors.toList()))
                    .forEach((consumer, tallies) ->
                            consumers.add(OfConsumer.of(consumer, tallies, stuck.getOrDefault(consumer, 0L), ends)));
        }
        return new FlowView(
                service,
                flow != null,
                flow == null ? null : flow.oldestPendingMillis(),
                sum(consumers, OfConsumer::received),
                sum(consumers, OfConsumer::handled),
                sum(consumers, OfConsumer::skipped),
                sum(consumers, OfConsumer::refused),
                sum(consumers, OfConsumer::parked),
                sum(consumers, OfConsumer::deadLettered),
                sum(consumers, OfConsumer::stuck),
                sum(consumers, OfConsumer::difference),
                sum(consumers, OfConsumer::behind),
                recent,
                consumers);
    }

    private static <T> long sum(List<T> all, ToLongFunction<T> number) {
        return all.stream().mapToLong(number).sum();
    }

    /** The same for one consumer. */
    record OfConsumer(
            String consumer,
            long received,
            long handled,
            long skipped,
            long refused,
            long parked,
            long deadLettered,
            long stuck,
            long difference,
            long behind) {

        static OfConsumer of(
                String consumer, List<ServiceMessaging.Tally> tallies, long stuck, Map<TopicPartition, Long> ends) {
            long received = sum(tallies, ServiceMessaging.Tally::received);
            long handled = sum(tallies, ServiceMessaging.Tally::handled);
            long skipped = sum(tallies, ServiceMessaging.Tally::skipped);
            long refused = sum(tallies, ServiceMessaging.Tally::refused);
            long parked = sum(tallies, ServiceMessaging.Tally::parked);
            long deadLettered = sum(tallies, ServiceMessaging.Tally::deadLettered);
            return new OfConsumer(
                    consumer,
                    received,
                    handled,
                    skipped,
                    refused,
                    parked,
                    deadLettered,
                    stuck,
                    received - handled - skipped - refused - parked - deadLettered,
                    behind(tallies, ends));
        }

        /** A partition of a topic that it hears and has no tally of is one of which it has taken nothing. */
        private static long behind(List<ServiceMessaging.Tally> tallies, Map<TopicPartition, Long> ends) {
            Map<TopicPartition, Long> taken = new HashMap<>();
            tallies.forEach(
                    tally -> taken.put(new TopicPartition(tally.topic(), tally.partition()), tally.offset() + 1));
            List<String> topics = tallies.stream()
                    .map(ServiceMessaging.Tally::topic)
                    .distinct()
                    .toList();
            return ends.entrySet().stream()
                    .filter(end -> topics.contains(end.getKey().topic()))
                    .mapToLong(end -> Math.max(0, end.getValue() - taken.getOrDefault(end.getKey(), 0L)))
                    .sum();
        }
    }
}
