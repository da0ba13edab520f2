package vn.hoingo.portal.answer;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import vn.hoingo.portal.relay.Text;
import vn.hoingo.portal.relay.Window;

/** The open door of invitations: whoever holds the link may read and answer. */
interface AnswersClient {

    @GetExchange("/api/invitations/answers/{token}")
    Asked look(@PathVariable String token);

    @PostExchange("/api/invitations/answers/{token}/{answer}")
    Asked answer(@PathVariable String token, @PathVariable String answer, @RequestBody Object body);

    /** What the guest is asked to, and what was answered so far. */
    record Asked(
            Guest guest,
            @Nullable Named event,
            Occasion activity,
            @Nullable Elsewhere guestTime,
            int seats,
            Instant answerBy,
            @Nullable Instant changeableUntil,
            String state,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            boolean waitlisted,
            @Nullable Instant offerLapsesAt,
            boolean toReconfirm,
            boolean late,
            boolean open,
            @Nullable Substitute substitute,
            @Nullable String outcome,
            @Nullable String language) {

        /** What stands now, as the result page says it. */
        public String standing() {
            if (answer == null) {
                return "none";
            }
            if (answer.equals("accepted")) {
                return waitlisted
                        ? offerLapsesAt == null ? "waitlisted" : "offered"
                        : state.equals("accepted") ? "accepted" : "recorded-late";
            }
            return state.startsWith("substitute-") && !state.equals("substitute-proposed") ? state : answer;
        }
    }

    record Guest(String name, @Nullable String function) {}

    record Named(Text name) {}

    record Occasion(Text name, String kind, @Nullable String place, Window window) {}

    record Elsewhere(LocalDateTime start, String zone) {}

    record Substitute(String name) {}
}
