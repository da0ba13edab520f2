package vn.hoingo.portal.guest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import vn.hoingo.portal.relay.Listing;
import vn.hoingo.portal.relay.Text;
import vn.hoingo.portal.relay.Window;

/** The invitations service, as protocol officers' screens need it. */
interface InvitationsClient {

    @GetExchange("/api/invitations")
    Listing<Invitation> list(
            @RequestParam(required = false) @Nullable UUID event,
            @RequestParam(required = false) @Nullable UUID activity,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam int limit);

    @GetExchange("/api/invitations/{id}")
    Invitation one(@PathVariable UUID id);

    @PostExchange("/api/invitations")
    Invitation invite(@RequestBody Map<String, @Nullable Object> invitation);

    @PostExchange("/api/invitations/{id}/{act}")
    Invitation act(@PathVariable UUID id, @PathVariable String act, @RequestBody Object body);

    @GetExchange("/api/invitations/{id}/link")
    GuestLink link(@PathVariable UUID id);

    @GetExchange("/api/invitations/seat-books")
    Listing<SeatBook> seats(@RequestParam UUID event, @RequestParam int limit);

    @GetExchange("/api/invitations/summary")
    Listing<Tally> summary(@RequestParam UUID event);

    @GetExchange("/api/invitations/waitlist")
    Listing<Entry> waitlist(
            @RequestParam(required = false) @Nullable UUID activity,
            @RequestParam(required = false) @Nullable UUID event,
            @RequestParam int limit);

    @PostExchange("/api/invitations/waitlist/{id}/removal")
    Entry removeFromWaitlist(@PathVariable UUID id, @RequestBody Object body);

    @GetExchange("/api/invitations/letters")
    Listing<Letter> letters(
            @RequestParam(required = false) @Nullable UUID event,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam int limit);

    @GetExchange("/api/invitations/letters/{id}")
    Letter letter(@PathVariable UUID id);

    @PostExchange("/api/invitations/letters/{id}/{act}")
    Letter actOnLetter(@PathVariable UUID id, @PathVariable String act, @RequestBody Object body);

    /** One person asked to one activity. */
    record Invitation(
            UUID id,
            UUID eventId,
            UUID activityId,
            UUID personId,
            @Nullable UUID delegationId,
            @Nullable String category,
            int priority,
            int seats,
            @Nullable Integer rank,
            @Nullable String origin,
            String state,
            int revision,
            @Nullable Instant answerBy,
            boolean toReconfirm,
            boolean waitlisted,
            @Nullable UUID substituteId,
            @Nullable String revokedFor,
            @Nullable Instant sentAt,
            @Nullable Occasion activity,
            @Nullable List<Given> answers) {

        public String tone() {
            return switch (state) {
                case "accepted", "substitute-accepted" -> "ok";
                case "substitute-proposed", "tentative" -> "wait";
                case "declined", "revoked", "expired", "substitute-refused" -> "risk";
                case "sent" -> "jade";
                default -> "quiet";
            };
        }

        public boolean isLive() {
            return !List.of("revoked", "expired").contains(state);
        }
    }

    record Occasion(
            Text name,
            @Nullable String kind,
            @Nullable Window window,
            @Nullable String place) {}

    record Given(
            int number,
            String answer,
            Instant at,
            @Nullable String channel,
            boolean late,
            @Nullable String note) {}

    record GuestLink(String url, @Nullable Instant expiresAt) {}

    record SeatBook(
            UUID activityId, int capacity, int taken, int held, int free, int waiting, int debt, boolean closed) {}

    record Tally(
            UUID activityId,
            @Nullable Text name,
            int invited,
            int accepted,
            int declined,
            int tentative,
            int unanswered,
            int waiting) {}

    record Entry(
            UUID id,
            UUID activityId,
            UUID personId,
            int seats,
            int priority,
            Instant enteredAt,
            String state,
            @Nullable Instant lapsesAt) {}

    /** A letter in the outbox. */
    record Letter(
            UUID id,
            String kind,
            String state,
            @Nullable UUID eventId,
            @Nullable UUID delegationId,
            @Nullable UUID partnerId,
            @Nullable UUID personId,
            @Nullable UUID invitationId,
            @Nullable String language,
            int revision,
            @Nullable Instant queuedAt,
            @Nullable Instant sentAt,
            @Nullable Instant nextTry,
            int tries,
            @Nullable String trouble,
            @Nullable String reason,
            @Nullable String subject,
            @Nullable String text,
            @Nullable String html,
            @Nullable String to,
            boolean preview) {

        public String tone() {
            return switch (state) {
                case "sent" -> "ok";
                case "held" -> "wait";
                case "bounced" -> "risk";
                case "queued", "sending" -> "jade";
                default -> "quiet";
            };
        }
    }
}
