package vn.hoingo.invitations.answer;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.invitations.activity.Text;
import vn.hoingo.invitations.activity.Window;

/**
 * What a guest sees behind the link.
 *
 * @param guestTime the beginning on the clock where the guest comes from, when it is another one
 * @param changeableUntil when the activity begins
 * @param open false when no answer is taken any more
 * @param late true when the deadline has passed
 * @param outcome what became of the answer just given
 */
record AnswerView(
        UUID invitationId,
        GuestName guest,
        @Nullable Named event,
        Occasion activity,
        @Nullable Elsewhere guestTime,
        int seats,
        Instant answerBy,
        Instant changeableUntil,
        String state,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        boolean waitlisted,
        @Nullable Instant offerLapsesAt,
        boolean toReconfirm,
        boolean late,
        boolean open,
        @Nullable SubstituteName substitute,
        @Nullable String outcome,
        String language,
        int revision) {

    record GuestName(String name, @Nullable String function) {}

    record Named(Text name) {}

    record Occasion(Text name, String kind, String place, Window window, Instant startsAt, Instant endsAt) {}

    record Elsewhere(LocalDateTime start, ZoneId zone) {}

    record SubstituteName(String name) {}
}
