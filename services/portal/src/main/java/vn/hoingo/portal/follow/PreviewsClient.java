package vn.hoingo.portal.follow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import vn.hoingo.portal.relay.Text;

/** Each service runs its reaction to a fact that would be, saves nothing, and says what it would do. */
interface PreviewsClient {

    interface OfDelegations {
        @PostExchange("/api/delegations/previews")
        Answers of(@RequestBody Asked asked);
    }

    interface OfInvitations {
        @PostExchange("/api/invitations/previews")
        Answers of(@RequestBody Asked asked);
    }

    interface OfLogistics {
        @PostExchange("/api/logistics/previews")
        Answers of(@RequestBody Asked asked);
    }

    record Asked(String type, Object fact) {}

    record Answers(List<Item> items) {

        public Answers {
            items = items == null ? List.of() : items;
        }
    }

    record Item(
            @Nullable String kind,
            @Nullable Text title,
            @Nullable Text detail,
            boolean automatic) {}
}
