package vn.hoingo.delegations.accreditation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hoingo.delegations.accreditation.Zone.GENERAL;
import static vn.hoingo.delegations.accreditation.Zone.PLENARY;
import static vn.hoingo.delegations.accreditation.Zone.VIP;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.hoingo.delegations.accreditation.Accreditation.Answer;
import vn.hoingo.delegations.accreditation.AccreditationFact.AccreditationRevoked;
import vn.hoingo.delegations.accreditation.AccreditationFact.AccreditationZonesChanged;
import vn.hoingo.delegations.accreditation.AccreditationFact.BadgeIssued;
import vn.hoingo.delegations.accreditation.AccreditationFact.BadgeReplaced;
import vn.hoingo.delegations.accreditation.AccreditationFact.DelegateCheckedIn;
import vn.hoingo.delegations.accreditation.AccreditationFact.DelegateCheckedOut;
import vn.hoingo.delegations.member.MemberKind;

class AccreditationTests {

    private static final Instant NOON = Instant.parse("2026-11-25T05:00:00Z");
    private static final UUID DOOR = UUID.fromString("0192f000-0000-7000-8000-0000000000f1");
    private static final UUID OTHER_DOOR = UUID.fromString("0192f000-0000-7000-8000-0000000000f2");
    private static final Delegates.Delegate SEO = new Delegates.Delegate(
            UUID.fromString("0192f000-0000-7000-8000-0000000000d1"),
            UUID.fromString("0192f000-0000-7000-8000-0000000000e1"),
            UUID.fromString("0192f000-0000-7000-8000-0000000000b1"),
            UUID.fromString("0192f000-0000-7000-8000-0000000000a1"),
            UUID.fromString("0192f000-0000-7000-8000-0000000000a2"),
            MemberKind.HEAD);

    private final Accreditation seo = Accreditation.issue(SEO, "7K3M9QXA", List.of(PLENARY, GENERAL), NOON);

    @Nested
    class Issuing {

        @Test
        void aBadgeIsIssuedForItsZones() {
            assertThat(seo.announced())
                    .containsExactly(new BadgeIssued(
                            seo.id().value(),
                            SEO.event(),
                            SEO.delegation(),
                            SEO.partner(),
                            SEO.member(),
                            List.of("general", "plenary"),
                            1));
        }

        @Test
        void aGoodBadgeIsNotIssuedAgain() {
            seo.issueAgain(List.of(VIP), NOON);

            assertThat(seo.zones()).containsExactly(GENERAL, PLENARY);
            assertThat(seo.announced()).hasSize(1);
        }

        @Test
        void anotherPrintMakesTheFirstOneVoid() {
            seo.reprint(NOON);

            assertThat(last()).isInstanceOfSatisfying(BadgeReplaced.class, fact -> assertThat(fact.issue())
                    .isEqualTo(2));
            assertThat(seo.answer(PLENARY, false, 1)).isEqualTo(Answer.REPLACED);
            assertThat(seo.answer(PLENARY, false, 2)).isEqualTo(Answer.ADMITTED);
        }

        @Test
        void otherZonesOpenOtherDoorsWithTheSamePrint() {
            seo.allow(List.of(VIP));

            assertThat(last()).isInstanceOf(AccreditationZonesChanged.class);
            assertThat(seo.answer(VIP, false, 1)).isEqualTo(Answer.ADMITTED);
            assertThat(seo.answer(PLENARY, false, 1)).isEqualTo(Answer.WRONG_ZONE);
        }
    }

    @Nested
    class Revoking {

        @Test
        void aRevokedBadgeOpensNoDoorAndTheReasonStaysHere() {
            seo.revoke("vetting", NOON);

            assertThat(last()).isInstanceOfSatisfying(AccreditationRevoked.class, fact -> assertThat(fact.reason())
                    .isEqualTo("by-staff"));
            assertThat(seo.answer(PLENARY, false, null)).isEqualTo(Answer.REVOKED);
        }

        @Test
        void revokingTwiceIsRevokingOnce() {
            seo.revoke("vetting", NOON);
            seo.lapse(NOON);

            assertThat(seo.announced()).hasSize(2);
            assertThat(seo.reason()).isEqualTo("vetting");
        }

        @Test
        void aRevokedBadgeIsNotPrinted() {
            seo.revoke("vetting", NOON);

            assertThatThrownBy(() -> seo.reprint(NOON))
                    .isInstanceOfSatisfying(AccreditationRefusal.class, refusal -> assertThat(refusal.reason())
                            .isEqualTo(AccreditationRefusal.Reason.BADGE_REVOKED));
        }

        @Test
        void whoMayComeAfterAllGetsAnotherPrint() {
            seo.revoke("a mistake", NOON);
            seo.issueAgain(List.of(PLENARY), NOON);

            assertThat(seo.answer(PLENARY, false, 1)).isEqualTo(Answer.REPLACED);
            assertThat(seo.answer(PLENARY, false, 2)).isEqualTo(Answer.ADMITTED);
        }

        @Test
        void whoIsInsideMayLeaveWithARevokedBadge() {
            enter(PLENARY, NOON);
            seo.revoke("vetting", NOON);

            assertThat(seo.pass(DOOR, PLENARY, true, 1, NOON)).isEqualTo(Answer.CHECKED_OUT);
        }
    }

    @Nested
    class AtTheDoor {

        @Test
        void whoMayComeInIsInsideFromThenOn() {
            assertThat(enter(PLENARY, NOON)).isEqualTo(Answer.ADMITTED);

            assertThat(last()).isInstanceOfSatisfying(DelegateCheckedIn.class, fact -> {
                assertThat(fact.zone()).isEqualTo("plenary");
                assertThat(fact.offline()).isFalse();
            });
            assertThat(seo.inside().get(PLENARY)).isEqualTo(new Accreditation.Presence(DOOR, NOON));
        }

        @Test
        void theSecondOfTwoDoorsHearsOfTheFirst() {
            enter(PLENARY, NOON);

            assertThat(seo.pass(OTHER_DOOR, PLENARY, false, 1, NOON.plusSeconds(1)))
                    .isEqualTo(Answer.ALREADY_INSIDE);
            assertThat(seo.inside().get(PLENARY).since()).isEqualTo(NOON);
            assertThat(seo.passages()).hasSize(1);
        }

        @Test
        void oneZoneSaysNothingOfAnother() {
            enter(PLENARY, NOON);

            assertThat(enter(GENERAL, NOON)).isEqualTo(Answer.ADMITTED);
        }

        @Test
        void aZoneThatIsNotOnTheBadgeIsNamedAsTheReason() {
            assertThat(enter(VIP, NOON)).isEqualTo(Answer.WRONG_ZONE);
            assertThat(seo.passages()).isEmpty();
        }

        @Test
        void whoLeavesMayComeBack() {
            enter(PLENARY, NOON);

            assertThat(leave(NOON.plusSeconds(60))).isEqualTo(Answer.CHECKED_OUT);
            assertThat(last()).isInstanceOf(DelegateCheckedOut.class);
            assertThat(enter(PLENARY, NOON.plusSeconds(120))).isEqualTo(Answer.ADMITTED);
        }

        @Test
        void whoIsNotInsideCannotBeCheckedOut() {
            assertThat(leave(NOON)).isEqualTo(Answer.NOT_INSIDE);
        }
    }

    @Nested
    class Offline {

        private final Instant at = NOON.plus(Duration.ofHours(1));

        @Test
        void whatTheDoorWouldHaveBeenToldIsNoConflict() {
            assertThat(told("a", at)).isEmpty();
            assertThat(last()).isInstanceOfSatisfying(DelegateCheckedIn.class, fact -> {
                assertThat(fact.offline()).isTrue();
                assertThat(fact.at()).isEqualTo(at);
            });
        }

        @Test
        void toldTwiceIsToldOnceAndAnsweredTheSame() {
            seo.revoke("vetting", NOON);
            assertThat(told("a", at)).contains(Answer.REVOKED);
            int facts = seo.announced().size();

            assertThat(told("a", at)).contains(Answer.REVOKED);
            assertThat(seo.announced()).hasSize(facts);
        }

        @Test
        void whoWasLetInWithARevokedBadgeIsInsideAndSaidToBe() {
            seo.revoke("vetting", NOON);

            assertThat(told("a", at)).contains(Answer.REVOKED);
            assertThat(seo.inside()).containsKey(PLENARY);
        }

        @Test
        void aBadgeThatWasRevokedOnlyLaterWasGood() {
            seo.revoke("vetting", at.plusSeconds(1));

            assertThat(told("a", at)).isEmpty();
        }

        @Test
        void aPrintThatWasReplacedOnlyLaterWasGood() {
            seo.reprint(at.plusSeconds(1));

            assertThat(told("a", at)).isEmpty();
        }

        @Test
        void twoDoorsThatBothLetTheSameBadgeInContradictEachOther() {
            assertThat(told("a", at)).isEmpty();
            assertThat(told("b", at.plusSeconds(5))).contains(Answer.ALREADY_INSIDE);
        }

        private java.util.Optional<Answer> told(String key, Instant when) {
            return seo.passedOffline(key, DOOR, PLENARY, false, 1, when);
        }
    }

    private Answer enter(Zone zone, Instant at) {
        return seo.pass(DOOR, zone, false, 1, at);
    }

    private Answer leave(Instant at) {
        return seo.pass(DOOR, PLENARY, true, 1, at);
    }

    private Record last() {
        return seo.announced().getLast();
    }
}
