package vn.hoingo.delegations.delegation;

import static vn.hoingo.delegations.delegation.ADelegation.BUSAN;
import static vn.hoingo.delegations.delegation.ADelegation.CAR;
import static vn.hoingo.delegations.delegation.ADelegation.EVENT;
import static vn.hoingo.delegations.delegation.ADelegation.HAN;
import static vn.hoingo.delegations.delegation.ADelegation.ID;
import static vn.hoingo.delegations.delegation.ADelegation.NOON;
import static vn.hoingo.delegations.delegation.ADelegation.SEO;
import static vn.hoingo.delegations.delegation.ADelegation.YOON;
import static vn.hoingo.delegations.delegation.ADelegation.ids;
import static vn.hoingo.delegations.delegation.ADelegation.ofThree;
import static vn.hoingo.delegations.delegation.ADelegation.person;
import static vn.hoingo.delegations.member.AMember.head;
import static vn.hoingo.delegations.member.AMember.id;
import static vn.hoingo.delegations.member.AMember.named;
import static vn.hoingo.messaging.AggregateScenario.given;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hoingo.delegations.delegation.DelegationFact.DelegationAmended;
import vn.hoingo.delegations.delegation.DelegationFact.DelegationApproved;
import vn.hoingo.delegations.delegation.DelegationFact.DelegationChangesRequested;
import vn.hoingo.delegations.delegation.DelegationFact.DelegationDrafted;
import vn.hoingo.delegations.delegation.DelegationFact.DelegationRejected;
import vn.hoingo.delegations.delegation.DelegationFact.DelegationRescheduled;
import vn.hoingo.delegations.delegation.DelegationFact.DelegationRevoked;
import vn.hoingo.delegations.delegation.DelegationFact.DelegationSubmitted;
import vn.hoingo.delegations.delegation.DelegationFact.DelegationWithdrawn;
import vn.hoingo.delegations.delegation.DelegationFact.Flight;
import vn.hoingo.delegations.delegation.DelegationFact.HeadOfDelegationReplaced;
import vn.hoingo.delegations.delegation.DelegationFact.MemberAdded;
import vn.hoingo.delegations.delegation.DelegationFact.MemberRankCorrected;
import vn.hoingo.delegations.delegation.DelegationFact.MemberReplaced;
import vn.hoingo.delegations.delegation.DelegationFact.MemberWithdrawn;
import vn.hoingo.delegations.delegation.DelegationFact.Party;
import vn.hoingo.delegations.delegation.DelegationRefusal.Reason;
import vn.hoingo.delegations.member.Gap;
import vn.hoingo.delegations.member.Member;
import vn.hoingo.delegations.member.MemberState;
import vn.hoingo.delegations.person.PersonId;
import vn.hoingo.messaging.Heard;

class DelegationTests {

    private static final String CHOI = "CHOI SEO-YEON";
    private static final UUID CHANGE = UUID.fromString("0192f000-0000-7000-8000-0000000000a1");
    private static final Flight ICN_TO_SGN = new Flight(
            "VN409",
            "ICN",
            "SGN",
            "T2",
            LocalDateTime.parse("2026-09-22T10:15"),
            "Asia/Seoul",
            LocalDateTime.parse("2026-09-22T13:35"),
            "Asia/Ho_Chi_Minh");

    @Nested
    class Drafting {

        @Test
        void saysWhoseDelegationItIsAndWhereTo() {
            given(Delegation.draft(ID, EVENT, BUSAN, "Business", null, NOON))
                    .when(delegation -> delegation.edit(new Parts(null, List.of("ko"), null, null), NOON))
                    .thenAnnouncesNothing();
            given(ofThree().draft()).when(delegation -> {}).thenIs(Delegation::state, DelegationState.DRAFT);
            org.assertj.core.api.Assertions.assertThat(Delegation.draft(ID, EVENT, BUSAN, "Business", null, NOON)
                            .announced())
                    .containsExactly(new DelegationDrafted(ID.value(), EVENT.value(), BUSAN.value(), "Business"));
        }

        @Test
        void keepsThePartsThatASaveDoesNotBring() {
            given(ofThree().draft())
                    .when(delegation -> delegation.edit(new Parts(null, List.of("ko", "en"), null, null), NOON))
                    .thenIs(delegation -> delegation.composition().members().size(), 3)
                    .thenIs(delegation -> delegation.composition().spoken(), List.of("ko", "en"));
        }

        @Test
        void doesNotTakeTwoHeads() {
            List<Member> twoHeads = List.of(head(SEO).member(), head(YOON).member());

            given(ofThree().draft())
                    .when(delegation -> delegation.edit(ADelegation.parts(twoHeads, List.of()), NOON))
                    .thenRefuses(Gap.Reason.TWO_HEADS);
        }

        @Test
        void isOverOnceItIsSent() {
            given(ofThree().submitted())
                    .when(delegation -> delegation.edit(new Parts(null, List.of("en"), null, null), NOON))
                    .thenRefuses(Reason.NOT_EDITABLE);
        }
    }

    @Nested
    class Submitting {

        @Test
        void announcesCountsAndRankAndNobodysName() {
            Delegation finished = ofThree().draft();
            finished.finish(8);

            given(finished)
                    .when(delegation -> delegation.submit(NOON))
                    .thenAnnounces(new DelegationSubmitted(ID.value(), EVENT.value(), BUSAN.value(), 3, 1, 5, 5, 1))
                    .thenIs(delegation -> delegation.standing().size(), 3);
        }

        @Test
        void tellsTheHighestRankWhoeverLeads() {
            Delegation withMinister =
                    ADelegation.of(head(SEO), named(YOON).ranked(2)).draft();
            withMinister.finish(8);

            given(withMinister)
                    .when(delegation -> delegation.submit(NOON))
                    .thenAnnounces(new DelegationSubmitted(ID.value(), EVENT.value(), BUSAN.value(), 2, 0, 5, 2, 1));
        }

        @Test
        void needsAHead() {
            given(ADelegation.of(named(YOON).speaking("ko")).draft())
                    .when(delegation -> delegation.finish(8))
                    .thenRefuses(Gap.Reason.NO_HEAD);
        }

        @Test
        void staysWithinTheQuota() {
            given(ofThree().draft()).when(delegation -> delegation.finish(2)).thenRefuses(Gap.Reason.OVER_QUOTA);
        }

        @Test
        void sendsWhatWasFinishedAndNothingElse() {
            Delegation editedAgain = ofThree().draft();
            editedAgain.finish(8);
            editedAgain.edit(new Parts(null, List.of("en"), null, null), NOON);

            given(editedAgain).when(delegation -> delegation.submit(NOON)).thenRefuses(Reason.EDITED_MEANWHILE);
        }

        @Test
        void happensAgainAfterChangesWereAsked() {
            Delegation changed = ofThree().submitted();
            changed.requestChanges(List.of(id(YOON)), "Passport name, please", NOON);
            changed.edit(
                    ADelegation.parts(List.of(head(SEO).member(), named(CHOI).member()), List.of()), NOON);
            changed.finish(8);

            given(changed)
                    .when(delegation -> delegation.submit(NOON))
                    .thenAnnounces(new DelegationSubmitted(ID.value(), EVENT.value(), BUSAN.value(), 2, 0, 5, 5, 2))
                    .thenIs(Delegation::request, null);
        }
    }

    @Nested
    class Reviewing {

        @Test
        void askingForChangesNamesMembersAndKeepsTheNote() {
            given(ofThree().submitted())
                    .when(delegation -> delegation.requestChanges(List.of(id(YOON)), "Function, please", NOON))
                    .thenAnnounces(new DelegationChangesRequested(ID.value(), EVENT.value(), BUSAN.value(), ids(YOON)))
                    .thenIs(Delegation::state, DelegationState.CHANGES_REQUESTED);
        }

        @Test
        void approvingTellsEverythingThatHostsPlanWith() {
            given(ofThree().submitted())
                    .when(delegation -> delegation.approve(NOON))
                    .thenAnnounces(new DelegationApproved(
                            ID.value(),
                            EVENT.value(),
                            BUSAN.value(),
                            1,
                            ids(SEO, YOON, HAN),
                            person(SEO),
                            5,
                            List.of("ko"),
                            List.of(new Party(CAR, ids(SEO, YOON, HAN), true, 1, 3, ICN_TO_SGN)),
                            Map.of()));
        }

        @Test
        void approvingTwiceAnnouncesOnce() {
            given(ofThree().approved())
                    .when(delegation -> delegation.approve(NOON))
                    .thenAnnouncesNothing();
        }

        @Test
        void aDraftIsNotApproved() {
            given(ofThree().draft())
                    .when(delegation -> delegation.approve(NOON))
                    .thenRefuses(Reason.NOT_IN_THIS_STATE);
        }

        @Test
        void rejectingEndsIt() {
            given(ofThree().submitted())
                    .when(delegation -> delegation.reject("Not invited", NOON))
                    .thenAnnounces(new DelegationRejected(ID.value(), EVENT.value(), BUSAN.value(), 1))
                    .thenIs(delegation -> delegation.standing().size(), 0);
        }
    }

    @Nested
    class Ending {

        @ParameterizedTest
        @EnumSource(
                value = DelegationState.class,
                names = {"DRAFT", "SUBMITTED", "APPROVED"})
        void aPartnerWithdrawsAtAnyStage(DelegationState stage) {
            Delegation delegation =
                    switch (stage) {
                        case DRAFT -> ofThree().draft();
                        case SUBMITTED -> ofThree().submitted();
                        default -> ofThree().approved();
                    };

            given(delegation)
                    .when(each -> each.withdraw(null, NOON))
                    .thenAnnounces(new DelegationWithdrawn(ID.value(), EVENT.value(), BUSAN.value(), 1));
        }

        @Test
        void withdrawnIsTheEnd() {
            Delegation withdrawn = ofThree().approved();
            withdrawn.withdraw(null, NOON);

            given(withdrawn).when(delegation -> delegation.approve(NOON)).thenRefuses(Reason.NOT_IN_THIS_STATE);
        }

        @Test
        void theHostTakesBackOnlyWhatItApproved() {
            given(ofThree().submitted())
                    .when(delegation -> delegation.revoke("Security", NOON))
                    .thenRefuses(Reason.NOT_IN_THIS_STATE);
            given(ofThree().approved())
                    .when(delegation -> delegation.revoke("Security", NOON))
                    .thenAnnounces(new DelegationRevoked(ID.value(), EVENT.value(), BUSAN.value(), 1));
        }
    }

    @Nested
    class ReplacingTheHead {

        @Test
        void bySomebodyNewTellsWhoLeftWhoLeadsAndTheWholeOfIt() {
            Delegation asked = ofThree().approved();
            asked.proposeReplacement(CHANGE, id(SEO), named(CHOI).ranked(6).member(), NOON);

            given(asked)
                    .when(delegation -> delegation.acceptChange(CHANGE, NOON))
                    .thenAnnounces(
                            new MemberReplaced(
                                    ID.value(), EVENT.value(), BUSAN.value(), id(SEO).value(), id(CHOI).value(), 6),
                            new MemberWithdrawn(
                                    ID.value(), EVENT.value(), BUSAN.value(), id(HAN).value(), Member.LOWEST_RANK),
                            new HeadOfDelegationReplaced(
                                    ID.value(), EVENT.value(), BUSAN.value(), person(SEO), person(CHOI), 5, 6, 2),
                            new DelegationAmended(
                                    ID.value(),
                                    EVENT.value(),
                                    BUSAN.value(),
                                    2,
                                    ids(YOON, CHOI),
                                    person(CHOI),
                                    6,
                                    List.of(),
                                    List.of(new Party(CAR, ids(CHOI, YOON), true, 0, 3, ICN_TO_SGN)),
                                    Map.of(),
                                    List.of("head-replaced", "member-withdrawn")))
                    .thenIs(delegation -> delegation.formerMembers().size(), 2);
        }

        @Test
        void byAMemberWhoIsThereLetsTheOldHeadStay() {
            Delegation asked = ofThree().approved();
            asked.proposeHead(CHANGE, id(YOON), true, NOON);

            given(asked)
                    .when(delegation -> delegation.acceptChange(CHANGE, NOON))
                    .thenAnnounces(HeadOfDelegationReplaced.class, DelegationAmended.class)
                    .thenIs(delegation -> delegation.composition().members().size(), 3);
        }

        @Test
        void byAMemberWhoIsThereLetsTheOldHeadLeave() {
            Delegation asked = ofThree().approved();
            asked.proposeHead(CHANGE, id(YOON), false, NOON);

            given(asked)
                    .when(delegation -> delegation.acceptChange(CHANGE, NOON))
                    .thenAnnounces(
                            MemberReplaced.class,
                            MemberWithdrawn.class,
                            HeadOfDelegationReplaced.class,
                            DelegationAmended.class)
                    .thenIs(delegation -> delegation.composition().members().size(), 1);
        }

        @Test
        void isNothingUntilTheHostAgrees() {
            given(ofThree().approved())
                    .when(delegation -> delegation.proposeReplacement(
                            CHANGE, id(SEO), named(CHOI).member(), NOON))
                    .thenAnnouncesNothing()
                    .thenIs(delegation -> delegation.standing().size(), 3)
                    .thenIs(delegation -> delegation.standingAfter(CHANGE).size(), 2);
        }

        @Test
        void leavesEverythingAsItWasWhenTheHostDoesNotAgree() {
            Delegation asked = ofThree().approved();
            asked.proposeReplacement(CHANGE, id(SEO), named(CHOI).member(), NOON);

            given(asked)
                    .when(delegation -> delegation.refuseChange(CHANGE, NOON))
                    .thenAnnouncesNothing()
                    .thenIs(delegation -> delegation.formerMembers().getFirst().state(), MemberState.REFUSED)
                    .thenIs(
                            delegation -> delegation
                                    .composition()
                                    .head()
                                    .orElseThrow()
                                    .memberId(),
                            id(SEO));
        }

        @Test
        void isNotForACompanion() {
            given(ofThree().approved())
                    .when(delegation -> delegation.proposeHead(CHANGE, id(HAN), true, NOON))
                    .thenRefuses(Reason.COMPANION_CANNOT_LEAD);
        }

        @Test
        void isNotForWhoLeadsAlready() {
            given(ofThree().approved())
                    .when(delegation -> delegation.proposeHead(CHANGE, id(SEO), true, NOON))
                    .thenRefuses(Reason.ALREADY_HEAD);
        }

        @Test
        void happensOnceAtATime() {
            Delegation asked = ofThree().approved();
            asked.proposeReplacement(CHANGE, id(SEO), named(CHOI).member(), NOON);

            given(asked)
                    .when(delegation -> delegation.proposeHead(UUID.randomUUID(), id(YOON), true, NOON))
                    .thenRefuses(Reason.CHANGE_PENDING);
        }
    }

    @Nested
    class ChangingMembersAfterApproval {

        @Test
        void aNewMemberIsAnnouncedOnceAgreed() {
            Delegation asked = ofThree().approved();
            asked.proposeMember(CHANGE, named(CHOI).member(), NOON);

            given(asked)
                    .when(delegation -> delegation.acceptChange(CHANGE, NOON))
                    .thenAnnounces(MemberAdded.class, DelegationAmended.class);
        }

        @Test
        void somebodyWhoIsThereIsNotAddedAgain() {
            given(ofThree().approved())
                    .when(delegation -> delegation.proposeMember(
                            CHANGE, named(YOON).withId("another").member(), NOON))
                    .thenRefuses(Gap.Reason.SAME_PERSON_TWICE);
        }

        @Test
        void aReplacedMemberStaysKnownAndHisPlaceInTheCarIsTaken() {
            Delegation asked = ofThree().approved();
            asked.proposeReplacement(CHANGE, id(YOON), named(CHOI).member(), NOON);

            given(asked)
                    .when(delegation -> delegation.acceptChange(CHANGE, NOON))
                    .thenAnnounces(MemberReplaced.class, DelegationAmended.class)
                    .thenIs(delegation -> delegation.formerMembers().getFirst().replacedBy(), id(CHOI))
                    .thenIs(
                            delegation -> delegation
                                    .composition()
                                    .parties()
                                    .getFirst()
                                    .members(),
                            List.of(id(SEO), id(CHOI), id(HAN)));
        }

        @Test
        void theHeadDoesNotSimplyLeave() {
            given(ofThree().approved())
                    .when(delegation -> delegation.withdrawMember(id(SEO), NOON))
                    .thenRefuses(Reason.HEAD_MUST_BE_REPLACED);
        }

        @Test
        void aMemberWhoLeavesIsAnnouncedAtOnce() {
            given(ofThree().approved())
                    .when(delegation -> delegation.withdrawMember(id(YOON), NOON))
                    .thenAnnounces(MemberWithdrawn.class, DelegationAmended.class);
        }

        @Test
        void travelIsSavedWithoutAskingAndToldToEverybody() {
            given(ofThree().approved())
                    .when(delegation -> delegation.edit(new Parts(null, null, null, List.of()), NOON))
                    .thenAnnounces(DelegationAmended.class);
        }

        @Test
        void membersAreNotSavedOver() {
            given(ofThree().approved())
                    .when(delegation ->
                            delegation.edit(ADelegation.parts(List.of(head(SEO).member()), List.of()), NOON))
                    .thenRefuses(Reason.ONLY_BEFORE_APPROVAL);
        }
    }

    @Nested
    class FollowingItsEvent {

        private final Heard heard = new Heard("WhenEventCancelled-expectNobody", EVENT.value(), 7, NOON, "m");

        @Test
        void aCancelledEventRevokesIt() {
            given(ofThree().approved())
                    .when(delegation -> delegation.loseEvent(heard, NOON))
                    .thenAnnounces(new DelegationRevoked(ID.value(), EVENT.value(), BUSAN.value(), 1));
        }

        @Test
        void hearingTwiceIsHearingOnce() {
            Delegation moved = ofThree().approved();
            moved.followEvent(2, heard, NOON);
            moved.edit(new Parts(null, null, null, moved.composition().parties()), NOON);

            given(moved)
                    .when(delegation -> delegation.followEvent(2, heard, NOON))
                    .thenIs(Delegation::travelToConfirm, false);
        }

        @Test
        void aMovedEventAsksForTravelAgain() {
            given(ofThree().approved())
                    .when(delegation -> delegation.followEvent(2, heard, NOON))
                    .thenAnnounces(new DelegationRescheduled(ID.value(), EVENT.value(), BUSAN.value(), 2))
                    .thenIs(Delegation::travelToConfirm, true);
        }

        @Test
        void aMemberWhoseRankIsCorrectedIsToldToWhoeverPlansWithIt() {
            given(ofThree().approved())
                    .when(delegation -> delegation.correctRank(new PersonId(person(YOON)), 2, heard, NOON))
                    .thenAnnounces(MemberRankCorrected.class, DelegationAmended.class)
                    .thenIs(delegation -> delegation.composition().highestRank(), 2);
        }

        @Test
        void theRankOfADraftIsToldWhenItIsSent() {
            given(ofThree().draft())
                    .when(delegation -> delegation.correctRank(new PersonId(person(YOON)), 2, heard, NOON))
                    .thenAnnouncesNothing()
                    .thenIs(delegation -> delegation.composition().highestRank(), 2);
        }

        @Test
        void aDraftIsWithItsPartnerAndFollowsInSilence() {
            given(ofThree().draft())
                    .when(delegation -> delegation.followEvent(2, heard, NOON))
                    .thenAnnouncesNothing()
                    .thenIs(Delegation::travelToConfirm, true);
        }

        @Test
        void whoEndedDoesNotFollow() {
            Delegation withdrawn = ofThree().approved();
            withdrawn.withdraw(null, NOON);

            given(withdrawn)
                    .when(delegation -> delegation.loseEvent(heard, NOON))
                    .thenAnnouncesNothing();
        }
    }
}
