package vn.hoingo.portal.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.service.annotation.GetExchange;
import vn.hoingo.portal.relay.Text;

/** What waits for a person, asked of each service that has such things. */
interface TasksClient {

    record Task(
            String id,
            String kind,
            Text title,
            @Nullable Text detail,
            @Nullable Instant due,
            @Nullable String link,
            @Nullable String role) {

        /** Where the queue puts it: by its day, what has none after all others. */
        public String order() {
            return due == null ? "9" : due.toString();
        }
    }

    record Tasks(List<Task> items) {

        public Tasks {
            items = items == null ? List.of() : items;
        }
    }

    interface OfEvents {
        @GetExchange("/api/events/tasks")
        Tasks all();
    }

    interface OfDelegations {
        @GetExchange("/api/delegations/tasks")
        Tasks all();
    }

    interface OfInvitations {
        @GetExchange("/api/invitations/tasks")
        Tasks all();
    }

    interface OfLogistics {
        @GetExchange("/api/logistics/tasks")
        Tasks all();
    }

    interface OfOperations {
        @GetExchange("/api/operations/tasks")
        Tasks all();
    }
}
