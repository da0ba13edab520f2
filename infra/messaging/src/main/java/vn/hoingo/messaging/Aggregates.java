package vn.hoingo.messaging;

import java.util.Optional;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** Where the aggregates of one kind are kept. Saving belongs to {@link Decisions}. */
@NoRepositoryBean
public interface Aggregates<A extends Aggregate<I>, I extends Id> extends Repository<A, I> {

    Optional<A> findById(I id);

    A save(A aggregate);

    /** The one with this id, or {@link Absent}. */
    default A get(I id) {
        String kind = id.getClass().getSimpleName().replaceFirst("Id$", "");
        return findById(id).orElseThrow(() -> new Absent(kind, id.value()));
    }
}
