package vn.hoingo.portal.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import vn.hoingo.portal.relay.Listing;
import vn.hoingo.portal.relay.Text;

/** The figures of one event, each from its owner. */
interface StandingClient {

    interface OfDelegations {
        @GetExchange("/api/delegations")
        Listing<Line> of(@RequestParam UUID event, @RequestParam int limit);
    }

    interface OfSeats {
        @GetExchange("/api/invitations/seat-books")
        Listing<SeatBook> of(@RequestParam UUID event, @RequestParam int limit);
    }

    interface OfFacts {
        @GetExchange("/api/operations/facts")
        Listing<Fact> latest(@RequestParam int limit);
    }

    record Line(String state, int memberCount) {}

    record SeatBook(UUID activityId, int capacity, int taken, int held, int waiting) {}

    record Fact(UUID id, Instant time, Text sentence, String pill) {}

    /** How many delegations stand where. */
    record Delegations(int invited, int approved, int waiting, int people, boolean more) {

        static Delegations of(Listing<Line> lines) {
            List<Line> live = lines.items().stream()
                    .filter(line -> !List.of("rejected", "withdrawn", "revoked").contains(line.state()))
                    .toList();
            List<Line> approved = live.stream()
                    .filter(line -> line.state().equals("approved"))
                    .toList();
            return new Delegations(
                    live.size(),
                    approved.size(),
                    (int) live.stream()
                            .filter(line -> List.of("submitted", "under-review").contains(line.state()))
                            .count(),
                    approved.stream().mapToInt(line -> line.memberCount()).sum(),
                    lines.next() != null);
        }
    }

    /** One bar: an activity by its name, and its seats. */
    record Bar(@Nullable Text name, SeatBook seats) {}
}
