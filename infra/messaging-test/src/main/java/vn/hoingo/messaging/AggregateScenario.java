package vn.hoingo.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.Assertions;

/** Tells the story of one aggregate: given its past, when it is asked, then it announces or refuses. */
public final class AggregateScenario<A extends Aggregate<?>> {

    private final A aggregate;

    private AggregateScenario(A aggregate) {
        this.aggregate = aggregate;
    }

    /** The aggregate as its past made it; what it announced on the way is history. */
    public static <A extends Aggregate<?>> AggregateScenario<A> given(A aggregate) {
        aggregate.pending().clear();
        return new AggregateScenario<>(aggregate);
    }

    public Asked<A> when(Consumer<A> verb) {
        try {
            verb.accept(aggregate);
            return new Asked<>(aggregate, null);
        } catch (Refusal refusal) {
            return new Asked<>(aggregate, refusal);
        }
    }

    /** What came of asking. */
    public record Asked<A extends Aggregate<?>>(
            A aggregate, @org.jspecify.annotations.Nullable Refusal refusal) {

        public Asked<A> thenAnnounces(Record... facts) {
            assertThat(refusal).isNull();
            assertThat(aggregate.announced()).isEqualTo(List.of(facts));
            return this;
        }

        public Asked<A> thenAnnounces(Class<?>... kinds) {
            assertThat(refusal).isNull();
            assertThat(aggregate.announced()).extracting(Object::getClass).isEqualTo(List.of(kinds));
            return this;
        }

        public Asked<A> thenAnnouncesNothing() {
            return thenAnnounces(new Record[0]);
        }

        public void thenRefuses(Enum<?> reason) {
            if (refusal == null) {
                Assertions.fail("nothing was refused, announced was " + aggregate.announced());
            } else {
                assertThat(refusal.reason()).isEqualTo(reason);
            }
            assertThat(aggregate.announced()).isEmpty();
        }

        public <V> Asked<A> thenIs(Function<A, V> question, V answer) {
            assertThat(question.apply(aggregate)).isEqualTo(answer);
            return this;
        }
    }
}
