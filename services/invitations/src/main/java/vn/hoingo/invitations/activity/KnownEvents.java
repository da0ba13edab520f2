package vn.hoingo.invitations.activity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.LocalCopies;
import vn.hoingo.messaging.LocalCopy;

/** The events that we know, by what we heard of them. */
@Component
public class KnownEvents {

    private final LocalCopy<KnownEvent> copy;

    KnownEvents(LocalCopies copies) {
        this.copy = copies.of(KnownEvent.class);
    }

    public Optional<KnownEvent> find(UUID event) {
        return copy.find(event);
    }
}
