package vn.hoingo.invitations.activity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;

/** The local copies behind {@link KnownActivities} and {@link KnownEvents}. */
@Component
class HeardOfEvents {

    private final LocalCopy<KnownActivity> activities;
    private final LocalCopy<KnownEvent> events;

    HeardOfEvents(LocalCopies copies) {
        this.activities = copies.of(KnownActivity.class);
        this.events = copies.of(KnownEvent.class);
    }

    /** Activities by what we heard of them. */
    @Component
    static class Activities implements KnownActivities {

        private final HeardOfEvents heard;

        Activities(HeardOfEvents heard) {
            this.heard = heard;
        }

        @Override
        public Optional<KnownActivity> find(UUID activity) {
            return heard.activities.find(activity);
        }

        @Override
        public List<KnownActivity> ofEvent(UUID event) {
            return heard.activities.find(Query.query(Criteria.where("event").is(event)));
        }
    }

    /** Events by what we heard of them. */
    @Component
    static class Events implements KnownEvents {

        private final HeardOfEvents heard;

        Events(HeardOfEvents heard) {
            this.heard = heard;
        }

        @Override
        public Optional<KnownEvent> find(UUID event) {
            return heard.events.find(event);
        }
    }
}
