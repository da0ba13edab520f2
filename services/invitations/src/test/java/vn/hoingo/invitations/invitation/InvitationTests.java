package vn.hoingo.invitations.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.invitations.invitation.AnInvitation.ACTIVITY;
import static vn.hoingo.invitations.invitation.AnInvitation.BEGINS;
import static vn.hoingo.invitations.invitation.AnInvitation.DELEGATION;
import static vn.hoingo.invitations.invitation.AnInvitation.EVENT;
import static vn.hoingo.invitations.invitation.AnInvitation.GUEST;
import static vn.hoingo.invitations.invitation.AnInvitation.INVITATION;
import static vn.hoingo.invitations.invitation.AnInvitation.NOON;
import static vn.hoingo.messaging.AggregateScenario.given;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.hoingo.invitations.invitation.Invitation.Reply;
import vn.hoingo.invitations.invitation.Invitation.Said;
import vn.hoingo.invitations.invitation.Invitation.Status;
import vn.hoingo.invitations.invitation.InvitationFact.GuestAccepted;
import vn.hoingo.invitations.invitation.InvitationFact.GuestDeclined;
import vn.hoingo.invitations.invitation.InvitationFact.GuestRankCorrected;
import vn.hoingo.invitations.invitation.InvitationFact.GuestTentative;
import vn.hoingo.invitations.invitation.InvitationFact.InvitationExpired;
import vn.hoingo.invitations.invitation.InvitationFact.InvitationReissued;
import vn.hoingo.invitations.invitation.InvitationFact.InvitationRevoked;
import vn.hoingo.invitations.invitation.InvitationFact.InvitationSent;
import vn.hoingo.invitations.invitation.InvitationFact.SubstituteAccepted;
import vn.hoingo.invitations.invitation.InvitationFact.SubstituteProposed;
import vn.hoingo.invitations.invitation.InvitationRefusal.Reason;

class InvitationTests {

    private static final UUID SUBSTITUTE = UUID.fromString("00000000-0000-8000-8000-000000000002");
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final Duration A_WEEK = Duration.ofDays(7);

    @Test
    void aDraftIsSentOnce() {
        given(AnInvitation.drafted(NOON))
                .when(invitation -> invitation.send(NOON.minusSeconds(9)))
                .thenAnnounces(new InvitationSent(INVITATION, ACTIVITY, EVENT, GUEST, DELEGATION, 2, NOON, 1, false));
        given(AnInvitation.answerableUntil(NOON))
                .when(invitation -> invitation.send(NOON))
                .thenRefuses(Reason.ALREADY_SENT);
    }

    @Test
    void aCorrectedRankOfAGuestWhoComesIsTold() {
        given(AnInvitation.accepted())
                .when(invitation -> invitation.correctRank(2))
                .thenAnnounces(new GuestRankCorrected(INVITATION, ACTIVITY, EVENT, GUEST, 2));
        given(AnInvitation.answerableUntil(NOON))
                .when(invitation -> invitation.correctRank(2))
                .thenAnnouncesNothing()
                .thenIs(Invitation::rank, 2);
    }

    @Nested
    class Answers {

        @Test
        void aYesBeforeTheDeadlineTakesTheSeats() {
            given(AnInvitation.answerableUntil(NOON))
                    .when(invitation -> invitation.accept(Reply.BY_LINK, NOON.minusSeconds(1), BEGINS))
                    .thenAnnounces(new GuestAccepted(INVITATION, ACTIVITY, EVENT, GUEST, DELEGATION, 2, 6))
                    .thenIs(Invitation::hasSeat, true);
        }

        @Test
        void aYesAfterTheDeadlineIsRecordedAndTakesNoSeat() {
            Invitation late = given(AnInvitation.answerableUntil(NOON))
                    .when(invitation -> invitation.accept(Reply.BY_LINK, NOON, BEGINS))
                    .thenAnnouncesNothing()
                    .thenIs(Invitation::hasSeat, false)
                    .thenIs(Invitation::isLateYes, true)
                    .aggregate();
            assertThat(late.answers()).singleElement().satisfies(answer -> {
                assertThat(answer.said()).isEqualTo(Said.ACCEPTED);
                assertThat(answer.late()).isTrue();
            });
        }

        @Test
        void acceptingTwiceAnnouncesOnce() {
            given(AnInvitation.accepted())
                    .when(invitation -> invitation.accept(Reply.BY_LINK, NOON.plusSeconds(1), BEGINS))
                    .thenAnnouncesNothing();
        }

        @Test
        void anAnswerMayChangeAndAllAreKeptInTheirOrder() {
            Invitation invitation = AnInvitation.accepted();
            invitation.decline(Reply.BY_LINK, NOON.plusSeconds(1), BEGINS);
            invitation.answerTentatively(new Reply("phone", "gọi lúc 10 giờ"), NOON.plusSeconds(2), BEGINS);
            assertThat(invitation.answers())
                    .extracting(Invitation.Answer::said)
                    .containsExactly(Said.ACCEPTED, Said.DECLINED, Said.TENTATIVE);
            assertThat(invitation.hasSeat()).isFalse();
        }

        @Test
        void aNoAfterTheDeadlineStillFreesTheSeat() {
            given(AnInvitation.accepted())
                    .when(invitation -> invitation.decline(Reply.BY_LINK, NOON.plusSeconds(3600), BEGINS))
                    .thenAnnounces(GuestDeclined.class)
                    .thenIs(Invitation::hasSeat, false);
        }

        @Test
        void aPerhapsKeepsNoSeat() {
            given(AnInvitation.accepted())
                    .when(invitation -> invitation.answerTentatively(Reply.BY_LINK, NOON.plusSeconds(1), BEGINS))
                    .thenAnnounces(GuestTentative.class)
                    .thenIs(Invitation::hasSeat, false);
        }

        @Test
        void nothingIsAnsweredOnceTheActivityHasBegun() {
            given(AnInvitation.accepted())
                    .when(invitation -> invitation.decline(Reply.BY_LINK, BEGINS, BEGINS))
                    .thenRefuses(Reason.ANSWERED_TOO_LATE);
        }

        @Test
        void nothingIsAnsweredOnceItIsRevoked() {
            Invitation revoked = AnInvitation.accepted();
            revoked.revoke("by-staff");
            given(revoked)
                    .when(invitation -> invitation.accept(Reply.BY_LINK, NOON, BEGINS))
                    .thenRefuses(Reason.INVITATION_REVOKED);
        }

        @Test
        void whoSaysYesWhenItIsFullWaits() {
            given(AnInvitation.answerableUntil(NOON))
                    .when(invitation -> invitation.waitForSeat(Reply.BY_LINK, NOON.minusSeconds(1)))
                    .thenAnnouncesNothing()
                    .thenIs(Invitation::isWaitlisted, true)
                    .thenIs(Invitation::timesWaitlisted, 1)
                    .thenIs(Invitation::hasSeat, false);
        }

        @Test
        void whoIsOfferedASeatMayTakeItAfterTheDeadline() {
            Invitation waiting = AnInvitation.answerableUntil(NOON);
            waiting.waitForSeat(Reply.BY_LINK, NOON.minusSeconds(1));
            given(waiting)
                    .when(invitation -> invitation.accept(Reply.BY_LINK, NOON.plusSeconds(60), BEGINS))
                    .thenAnnounces(GuestAccepted.class)
                    .thenIs(Invitation::isWaitlisted, false);
        }
    }

    @Nested
    class Substitutes {

        @Test
        void aSubstituteWaitsForStaffAndKeepsTheSeat() {
            given(AnInvitation.accepted())
                    .when(invitation -> invitation.proposeSubstitute(SUBSTITUTE, Reply.BY_LINK, NOON, BEGINS))
                    .thenAnnounces(new SubstituteProposed(INVITATION, ACTIVITY, EVENT, GUEST, SUBSTITUTE))
                    .thenIs(Invitation::hasSeat, true);
        }

        @Test
        void anAcceptedSubstituteHasTheSeat() {
            given(proposed())
                    .when(Invitation::acceptSubstitute)
                    .thenAnnounces(new SubstituteAccepted(INVITATION, ACTIVITY, EVENT, GUEST, SUBSTITUTE))
                    .thenIs(Invitation::hasSeat, true);
        }

        @Test
        void aRefusedSubstituteLeavesTheGuestFreeToAnswer() {
            Invitation invitation = proposed();
            invitation.refuseSubstitute();
            given(invitation)
                    .when(refused -> refused.accept(Reply.BY_LINK, NOON.plusSeconds(1), BEGINS))
                    .thenAnnounces(GuestAccepted.class);
        }

        @Test
        void nobodyIsAcceptedWhoWasNotProposed() {
            given(AnInvitation.accepted())
                    .when(Invitation::acceptSubstitute)
                    .thenRefuses(Reason.NO_SUBSTITUTE_PROPOSED);
        }

        private Invitation proposed() {
            Invitation invitation = AnInvitation.answerableUntil(NOON.plusSeconds(60));
            invitation.proposeSubstitute(SUBSTITUTE, Reply.BY_LINK, NOON, BEGINS);
            return invitation;
        }
    }

    @Nested
    class Ends {

        @Test
        void whoDoesNotAnswerInTimeIsNotExpectedAnyMore() {
            given(AnInvitation.answerableUntil(NOON))
                    .when(invitation -> invitation.expire(NOON))
                    .thenAnnounces(new InvitationExpired(INVITATION, ACTIVITY, EVENT, GUEST, DELEGATION))
                    .thenIs(Invitation::dueAt, null);
        }

        @Test
        void whoAnsweredDoesNotExpire() {
            given(AnInvitation.accepted())
                    .when(invitation -> invitation.expire(BEGINS))
                    .thenAnnouncesNothing();
        }

        @Test
        void revokingTwiceAnnouncesOnce() {
            Invitation invitation = AnInvitation.accepted();
            given(invitation)
                    .when(live -> live.revoke("head-replaced"))
                    .thenAnnounces(
                            new InvitationRevoked(INVITATION, ACTIVITY, EVENT, GUEST, DELEGATION, "head-replaced"));
            given(invitation).when(gone -> gone.revoke("by-staff")).thenAnnouncesNothing();
        }

        @Test
        void whoLeadsAgainIsAskedAgainUnderTheNextRevision() {
            Invitation invitation = AnInvitation.accepted();
            invitation.revoke("head-replaced");
            given(invitation)
                    .when(gone -> gone.askAgain(AnInvitation.asking(NOON), NOON.minusSeconds(9)))
                    .thenAnnounces(
                            new InvitationSent(INVITATION, ACTIVITY, EVENT, GUEST, DELEGATION, 2, NOON, 2, false))
                    .thenIs(Invitation::hasSeat, false);
        }

        @Test
        void nobodyIsAskedTwice() {
            given(AnInvitation.accepted())
                    .when(live -> live.askAgain(AnInvitation.asking(NOON), NOON))
                    .thenRefuses(Reason.ALREADY_INVITED);
        }
    }

    @Nested
    class NewDates {

        @Test
        void whoSaidYesIsAskedToConfirmAndKeepsTheSeat() {
            given(AnInvitation.accepted())
                    .when(invitation -> invitation.followEvent(2, A_WEEK, "act", SETTLING, NOON))
                    .thenAnnounces(new InvitationReissued(
                            INVITATION,
                            ACTIVITY,
                            EVENT,
                            GUEST,
                            DELEGATION,
                            2,
                            NOON.plusSeconds(60).plus(A_WEEK),
                            2,
                            false))
                    .thenIs(Invitation::isToReconfirm, true)
                    .thenIs(Invitation::hasSeat, true);
        }

        @Test
        void whoSaidNoIsNotAskedAgain() {
            given(AnInvitation.declined())
                    .when(invitation -> invitation.followEvent(2, A_WEEK, "act", SETTLING, NOON))
                    .thenAnnouncesNothing()
                    .thenIs(Invitation::revision, 1);
        }

        @Test
        void anOlderRevisionIsIgnored() {
            Invitation invitation = AnInvitation.accepted();
            invitation.followEvent(3, A_WEEK, "act", SETTLING, NOON);
            given(invitation)
                    .when(moved -> moved.followEvent(2, A_WEEK, "earlier act", SETTLING, NOON.plusSeconds(60)))
                    .thenAnnouncesNothing();
        }

        @Test
        void theEventAndItsActivityMoveTogetherAndAreOneReissue() {
            Invitation invitation = AnInvitation.accepted();
            invitation.followEvent(2, A_WEEK, "act", SETTLING, NOON);
            given(invitation)
                    .when(moved -> moved.followActivity(2, A_WEEK, "act", SETTLING, NOON.plusSeconds(1)))
                    .thenAnnouncesNothing()
                    .thenIs(Invitation::revision, 2)
                    .thenIs(Invitation::activityRevision, 2);
        }

        @Test
        void anActivityThatFollowsTooLateForTheLetterIsAnotherReissueWithTheSameDeadline() {
            Invitation invitation = AnInvitation.accepted();
            invitation.followEvent(2, A_WEEK, "act", SETTLING, NOON);
            given(invitation)
                    .when(moved -> moved.followActivity(2, A_WEEK, "act", SETTLING, NOON.plus(SETTLING)))
                    .thenAnnounces(InvitationReissued.class)
                    .thenIs(Invitation::revision, 3)
                    .thenIs(Invitation::answerBy, NOON.plusSeconds(60).plus(A_WEEK));
        }

        @Test
        void aConfirmationIsAnAnswerOfItsOwn() {
            Invitation invitation = AnInvitation.accepted();
            invitation.followEvent(2, A_WEEK, "act", SETTLING, NOON);
            given(invitation)
                    .when(moved -> moved.accept(Reply.BY_LINK, NOON.plusSeconds(5), BEGINS))
                    .thenAnnounces(GuestAccepted.class)
                    .thenIs(Invitation::isToReconfirm, false);
        }

        @Test
        void whoseTimeWasOverIsAskedAgain() {
            Invitation invitation = AnInvitation.answerableUntil(NOON);
            invitation.expire(NOON);
            given(invitation)
                    .when(moved -> moved.followEvent(2, A_WEEK, "act", SETTLING, NOON))
                    .thenAnnounces(InvitationReissued.class)
                    .thenIs(Invitation::status, Status.SENT);
        }

        @Test
        void everyReissueMakesOlderLinksVoid() {
            Invitation invitation = AnInvitation.accepted();
            int before = invitation.link();
            invitation.followEvent(2, A_WEEK, "act", SETTLING, NOON);
            assertThat(invitation.link()).isGreaterThan(before);
        }
    }
}
