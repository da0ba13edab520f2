package vn.hoingo.invitations.activity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;

/** The activities that we know, by what we heard of them. */
@Component
public class KnownActivities {

    private final LocalCopy<KnownActivity> copy;

    KnownActivities(LocalCopies copies) {
        this.copy = copies.of(KnownActivity.class);
    }

    public Optional<KnownActivity> find(UUID activity) {
        return copy.find(activity);
    }

    public List<KnownActivity> ofEvent(UUID event) {
        return copy.find(Query.query(Criteria.where("event").is(event)));
    }
}
