package vn.hoingo.faults.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that was seen: by a client while the system ran, or by whoever read its topics and stores when it was quiet. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "line")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Line.Asked.class, name = "asked"),
    @JsonSubTypes.Type(value = Line.Fact.class, name = "fact"),
    @JsonSubTypes.Type(value = Line.Injected.class, name = "injected"),
    @JsonSubTypes.Type(value = Line.Found.class, name = "found"),
    @JsonSubTypes.Type(value = Line.Book.class, name = "book"),
    @JsonSubTypes.Type(value = Line.Invited.class, name = "invited"),
    @JsonSubTypes.Type(value = Line.Row.class, name = "row"),
    @JsonSubTypes.Type(value = Line.Letter.class, name = "letter"),
    @JsonSubTypes.Type(value = Line.Mailed.class, name = "mailed"),
    @JsonSubTypes.Type(value = Line.Tally.class, name = "tally"),
    @JsonSubTypes.Type(value = Line.Stuck.class, name = "stuck"),
    @JsonSubTypes.Type(value = Line.Discarded.class, name = "discarded"),
    @JsonSubTypes.Type(value = Line.Shown.class, name = "shown"),
    @JsonSubTypes.Type(value = Line.Received.class, name = "received"),
    @JsonSubTypes.Type(value = Line.Trouble.class, name = "trouble")
})
public sealed interface Line {

    /**
     * One try of a client to have something done.
     *
     * @param key its Idempotency-Key, the same at every try of one command
     * @param promised the type of the fact that a yes means; null when it means none
     * @param trace the trace that the fact will name
     * @param status 0 when no answer came
     * @param id of what was created or changed, as the answer names it
     * @param version of it, as the answer names it; 0 when it does not
     */
    record Asked(
            String client,
            String key,
            String request,
            @Nullable String promised,
            String trace,
            Instant begun,
            Instant ended,
            int status,
            @Nullable String id,
            long version)
            implements Line {

        /** The system said yes. */
        public boolean acknowledged() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * A record of a topic.
     *
     * @param sequence 0 when it does not say one
     * @param cause the id of the message that made it happen; empty when a person did
     * @param digest of its payload
     */
    record Fact(
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            String id,
            String type,
            long sequence,
            String cause,
            String trace,
            String digest)
            implements Line {

        /** Where it lies. */
        public String place() {
            return topic + "-" + partition + "@" + offset;
        }

        /** Whose it is. */
        public String source() {
            return topic + "/" + key;
        }
    }

    /** A record that no service wrote: a repeat of a true one, or nonsense. */
    record Injected(String topic, int partition, long offset, String what) implements Line {

        /** Where it lies. */
        public String place() {
            return topic + "-" + partition + "@" + offset;
        }
    }

    /**
     * An aggregate as its owner keeps it at the end.
     *
     * @param sequence the number of its last fact
     * @param waiting how many facts have not travelled
     * @param partner whose it is; null when it is nobody's in particular
     */
    record Found(
            String topic,
            String id,
            long version,
            long sequence,
            int waiting,
            @Nullable String partner) implements Line {

        /** As {@link Fact#source}. */
        public String source() {
            return topic + "/" + id;
        }
    }

    /** What an arbiter granted, by taker. */
    record Book(String id, int capacity, Map<String, Integer> grants) implements Line {}

    /** An invitation at the end. */
    record Invited(String id, String activity, String person, boolean live, boolean accepted) implements Line {}

    /** A row of a local copy: as it lived, and as it was made anew from the first message. */
    record Row(String service, String copy, String id, boolean rebuilt, String digest) implements Line {}

    /** A letter as its owner keeps it. */
    record Letter(String id, String kind, String matter, int revision) implements Line {}

    /** What reached the post. */
    record Mailed(String file, String to, String messageId) implements Line {}

    /** How a consumer accounts for a partition, and where that ends. */
    record Tally(
            String consumer,
            String topic,
            int partition,
            long end,
            long offset,
            long received,
            long handled,
            long skipped,
            long refused,
            long parked,
            long deadLettered)
            implements Line {

        /** Whose account of what. */
        public String account() {
            return consumer + " of " + topic + "-" + partition;
        }
    }

    /** A key that is still blocked at the end. */
    record Stuck(String id, int waiting) implements Line {}

    /** A message that was given up, by hand. */
    record Discarded(String consumer, String topic, int partition, long offset) implements Line {}

    /** Something of a partner's that somebody who acts for a partner was shown. */
    record Shown(String partner, String request, String thing, String owner) implements Line {}

    /** What a watcher of the stream was told, across all its connections. */
    record Received(String watcher, long order, String fact) implements Line {}

    /** What was done to a process, for whoever reads a violation. */
    record Trouble(Instant at, String process, String what) implements Line {}
}
