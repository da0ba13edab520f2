package vn.hoingo.operations.timeline;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hoingo.operations.envelope.Broker;
import vn.hoingo.operations.envelope.Collecting;
import vn.hoingo.operations.envelope.Counting;
import vn.hoingo.operations.envelope.Envelope;
import vn.hoingo.operations.sentence.Sentence;
import vn.hoingo.operations.sentence.Sentences;
import vn.hoingo.operations.sentence.Words;

/** The group {@code operations.timeline} keeps every fact, and looks whether one is missing. */
@Configuration(proxyBeanMethods = false)
class Recording {

    @Bean
    Collecting recordingFacts(Timeline timeline, Losses losses, Sentences sentences, Broker broker, Counting counting) {
        return new Collecting(
                "operations.timeline",
                Broker.FACTS,
                records -> record(records, timeline, losses, sentences),
                broker,
                counting);
    }

    private static void record(
            List<ConsumerRecord<String, byte[]>> records, Timeline timeline, Losses losses, Sentences sentences) {
        List<Envelope> facts = records.stream().map(Envelope::of).toList();
        timeline.keep(facts.stream()
                .map(fact -> TimelineEntry.of(fact, words(fact, sentences)))
                .toList());
        losses.look(facts);
    }

    private static List<String> words(Envelope fact, Sentences sentences) {
        Sentence sentence = sentences.tell(fact);
        return Words.of(sentence.vi() + " " + sentence.en() + " " + fact.type());
    }
}
