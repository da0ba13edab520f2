package vn.hoingo.delegations.vault;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.doors.Invalid;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Ids;

/** Who looked at what of whom, and why. Whoever does not say why sees nothing. */
@Component
public class ViewLog {

    private static final int LONGEST_PURPOSE = 200;

    private final Views views;
    private final Clock clock;

    ViewLog(Views views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    public void note(@Nullable String purpose, String what, UUID whose) {
        if (purpose == null || purpose.isBlank() || purpose.length() > LONGEST_PURPOSE) {
            throw new Invalid("/X-Purpose", "vault.purpose-missing");
        }
        views.save(new View(Ids.fresh(), Acting.current().actor(), purpose, what, whose, clock.instant()));
    }
}
