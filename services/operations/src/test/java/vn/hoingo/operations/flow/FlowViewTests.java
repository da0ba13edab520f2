package vn.hoingo.operations.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class FlowViewTests {

    private static final Map<TopicPartition, Long> ENDS = Map.of(
            new TopicPartition("events.event", 0), 10L,
            new TopicPartition("events.event", 1), 4L,
            new TopicPartition("logistics.diary", 0), 99L);

    @Test
    void whatIsReceivedIsAccountedFor() {
        FlowView flow = flow(new ServiceMessaging.Tally("x.y", "events.event", 0, 9, 10, 4, 3, 1, 1, 1));

        assertThat(flow.difference()).isZero();
    }

    @Test
    void whatIsNotAccountedForIsTheDifference() {
        FlowView flow = flow(new ServiceMessaging.Tally("x.y", "events.event", 0, 9, 10, 4, 3, 1, 0, 0));

        assertThat(flow.difference()).isEqualTo(2);
    }

    @Test
    void aPartitionThatWasNeverTakenIsBehindAsAWhole() {
        FlowView flow = flow(new ServiceMessaging.Tally("x.y", "events.event", 0, 7, 8, 8, 0, 0, 0, 0));

        assertThat(flow.behind()).isEqualTo(2 + 4);
    }

    @Test
    void whatWasGivenUpStaysADeadLetterAndIsNotStuck() {
        ServiceMessaging.Tally tally = new ServiceMessaging.Tally("x.y", "events.event", 0, 9, 10, 5, 3, 0, 0, 2);
        ServiceMessaging.Reference head = new ServiceMessaging.Reference(0, 4, "events.event-drafted.v1", "unreadable");
        ServiceMessaging.Blocked line = new ServiceMessaging.Blocked(
                "x.y/events.event/k", "x.y", "events.event", "k", Instant.EPOCH, List.of(head));

        FlowView flow = FlowView.of("x", new ServiceMessaging.Flow(List.of(tally), 0), List.of(line), ENDS, List.of());

        assertThat(flow.deadLettered()).isEqualTo(2);
        assertThat(flow.stuck()).isEqualTo(1);
        assertThat(flow.consumers().getFirst().stuck()).isEqualTo(1);
        assertThat(flow.difference()).isZero();
    }

    @Test
    void aServiceThatDoesNotAnswerIsNotReachable() {
        FlowView flow = FlowView.of("x", null, List.of(), ENDS, List.of());

        assertThat(flow.reachable()).isFalse();
        assertThat(flow.oldestPendingMillis()).isNull();
    }

    private static FlowView flow(ServiceMessaging.Tally tally) {
        return FlowView.of("x", new ServiceMessaging.Flow(List.of(tally), 0), List.of(), ENDS, List.of());
    }
}
