package vn.hoingo.invitations.invitation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.invitations.activity.KnownActivity;
import vn.hoingo.invitations.activity.Text;
import vn.hoingo.invitations.activity.Window;

/** An invitation as staff see it. Names of people are asked of delegations by whoever shows them. */
public record InvitationView(
        UUID id,
        long version,
        UUID eventId,
        UUID activityId,
        UUID personId,
        @Nullable UUID delegationId,
        @Nullable UUID partnerId,
        String category,
        int priority,
        int seats,
        @Nullable Integer rank,
        String origin,
        String state,
        int revision,
        Instant answerBy,
        boolean toReconfirm,
        boolean waitlisted,
        boolean lateYes,
        @Nullable UUID substituteId,
        @Nullable String revokedFor,
        @Nullable Instant sentAt,
        @Nullable Occasion activity,
        List<AnswerLine> answers) {

    public static InvitationView of(Invitation invitation, @Nullable KnownActivity activity) {
        return new InvitationView(
                invitation.id().value(),
                invitation.version(),
                invitation.event(),
                invitation.activity(),
                invitation.guest(),
                invitation.delegation(),
                invitation.partner(),
                invitation.category(),
                invitation.priority(),
                invitation.seats(),
                invitation.rank(),
                invitation.origin().code(),
                invitation.status().code(),
                invitation.revision(),
                invitation.answerBy(),
                invitation.isToReconfirm(),
                invitation.isWaitlisted(),
                invitation.isLateYes(),
                invitation.substitute(),
                invitation.revokedFor(),
                invitation.sentAt(),
                activity == null
                        ? null
                        : new Occasion(activity.name(), activity.kind(), activity.window(), activity.place()),
                invitation.answers().stream().map(AnswerLine::of).toList());
    }

    record Occasion(Text name, String kind, Window window, String place) {}

    record AnswerLine(
            int number,
            String answer,
            Instant at,
            String channel,
            boolean late,
            @Nullable String note) {

        static AnswerLine of(Invitation.Answer answer) {
            return new AnswerLine(
                    answer.number(), answer.said().code(), answer.at(), answer.channel(), answer.late(), answer.note());
        }
    }
}
