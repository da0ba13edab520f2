package vn.hoingo.messaging;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;

/** The kinds of aggregate that this service owns: where each is stored and on which topic it announces. */
final class AggregateKinds {

    private final List<Kind> all;

    AggregateKinds(Set<Class<?>> aggregates) {
        this.all = aggregates.stream().map(Kind::of).toList();
    }

    List<Kind> all() {
        return all;
    }

    List<Kind> announcing() {
        return all.stream().filter(kind -> !kind.topic().isEmpty()).toList();
    }

    Kind of(Class<?> type) {
        return all.stream()
                .filter(kind -> kind.type().isAssignableFrom(type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " is not an aggregate of this service"));
    }

    /** @param topic empty for an aggregate that announces nothing */
    record Kind(Class<?> type, String collection, String topic) {

        static Kind of(Class<?> type) {
            @Nullable Document stored = type.getAnnotation(Document.class);
            @Nullable Announces announces = type.getAnnotation(Announces.class);
            if (stored == null || stored.value().isEmpty()) {
                throw new IllegalStateException(type.getName() + " must name its collection: @Document(\"…\")");
            }
            return new Kind(type, stored.value(), announces == null ? "" : announces.value());
        }
    }
}
