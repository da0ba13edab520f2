package vn.hoingo.operations.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTests {

    private static final List<String> TOPICS = List.of("delegations.delegation", "events.event");
    private static final Position SOMEWHERE = new Position(new TreeMap<>())
            .with(new TopicPartition("events.event", 2), 300)
            .with(new TopicPartition("delegations.delegation", 5), Long.MAX_VALUE >> 1);

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(Position.read(SOMEWHERE.write("broker"), "broker", TOPICS)).contains(SOMEWHERE);
    }

    @Test
    void aPositionOfAnotherBrokerIsNone() {
        assertThat(Position.read(SOMEWHERE.write("broker"), "another", TOPICS)).isEmpty();
    }

    @Test
    void aPositionWithATopicThatIsNotThereIsNone() {
        assertThat(Position.read(SOMEWHERE.write("broker"), "broker", List.of("events.event")))
                .isEmpty();
    }

    @Test
    void aTopicThatItDoesNotNameBeginsAtItsFirstMessage() {
        assertThat(SOMEWHERE.at(new TopicPartition("logistics.diary", 0))).isZero();
        assertThat(SOMEWHERE.at(new TopicPartition("events.event", 9))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AQ", "AQIDBAUG", "///", "AQIDBAUGBwgJCgsMDQ4PEA", "ÿ"})
    void rubbishIsNone(String rubbish) {
        assertThat(Position.read(rubbish, "broker", TOPICS)).isEmpty();
    }

    @Test
    void theFurthestOfTwoIsTheFurthestInEachPartition() {
        TopicPartition one = new TopicPartition("events.event", 0);
        TopicPartition two = new TopicPartition("events.event", 1);
        Position here = Position.START.with(one, 5).with(two, 1);
        Position there = Position.START.with(one, 2).with(two, 7);

        assertThat(here.furthest(there)).isEqualTo(Position.START.with(one, 5).with(two, 7));
    }

    @Test
    void itFitsIntoAHeader() {
        Position all = Position.START;
        for (int topic = 0; topic < 15; topic++) {
            for (int partition = 0; partition < 6; partition++) {
                all = all.with(new TopicPartition("owner.topic" + topic, partition), 1_000_000);
            }
        }
        assertThat(all.write("broker")).hasSizeLessThan(512);
    }
}
