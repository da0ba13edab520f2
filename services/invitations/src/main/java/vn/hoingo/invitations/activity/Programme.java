package vn.hoingo.invitations.activity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import vn.hoingo.messaging.Absent;

/** The activities of which a person speaks: those that we know, and what we have not heard of yet is asked of its owner. */
@Component
public class Programme {

    private final KnownActivities known;
    private final EventsDoor owner;

    Programme(KnownActivities known, EventsDoor owner) {
        this.known = known;
        this.owner = owner;
    }

    public Optional<KnownActivity> find(UUID activity) {
        return known.find(activity).or(() -> ask(activity));
    }

    public KnownActivity get(UUID activity) {
        return find(activity).orElseThrow(() -> new Absent("activity", activity));
    }

    private Optional<KnownActivity> ask(UUID activity) {
        try {
            return Optional.of(owner.activity(activity).known());
        } catch (HttpClientErrorException.NotFound unknown) {
            return Optional.empty();
        }
    }
}
