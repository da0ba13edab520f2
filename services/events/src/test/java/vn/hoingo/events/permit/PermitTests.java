package vn.hoingo.events.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.messaging.AggregateScenario.given;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoingo.events.event.AnEvent;
import vn.hoingo.events.permit.PermitFact.PermitAmendmentRequired;
import vn.hoingo.events.permit.PermitFact.PermitAuthorityEscalated;
import vn.hoingo.events.permit.PermitFact.PermitDeadlineMoved;
import vn.hoingo.events.permit.PermitFact.PermitDossierSubmitted;
import vn.hoingo.events.permit.PermitFact.PermitGranted;
import vn.hoingo.events.permit.PermitFact.PermitRefused;
import vn.hoingo.events.permit.PermitFact.PermitReturned;
import vn.hoingo.events.permit.PermitFact.PermitTopicsFlagged;
import vn.hoingo.events.permit.PermitRefusal.Reason;
import vn.hoingo.events.permit.PermitRules.RuleSet;

/** The Friendship Dialogue begins on 23 September 2026: 30 days before is 24 August, 40 days before is 14 August. */
class PermitTests {

    private static final int MINISTER = 3;
    private static final int MAYOR = 5;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 23);
    private static final LocalDate IN_30 = LocalDate.of(2026, 8, 24);
    private static final LocalDate IN_40 = LocalDate.of(2026, 8, 14);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 3);
    private static final RuleSet RULES = new RuleSet(
            "06/2020",
            LocalDate.of(2020, 4, 15),
            "Quyết định 06/2020/QĐ-TTg",
            MINISTER,
            Set.of("religion", "security"),
            Map.of(Authority.COMPETENT_PERSON, 30, Authority.PRIME_MINISTER, 40));

    private static Permit needed() {
        return Permit.needed(AnEvent.ID, FIRST_DAY, RULES, 1);
    }

    private static Permit filed() {
        Permit permit = needed();
        permit.submit(JUNE, null, JUNE, RULES);
        return permit;
    }

    private static Permit granted() {
        Permit permit = filed();
        permit.grant("1234/UBND-NV", JUNE.plusDays(20));
        return permit;
    }

    @Nested
    class WhoPermits {

        @Test
        void theCityPermitsMayors() {
            given(needed()).when(permit -> permit.comes(MAYOR, JUNE)).thenAnnouncesNothing();
        }

        @ParameterizedTest
        @CsvSource({"1", "2", "3"})
        void thePrimeMinisterPermitsWhereAMinisterComes(int rank) {
            given(needed())
                    .when(permit -> permit.comes(rank, JUNE))
                    .thenAnnounces(new PermitAuthorityEscalated(AnEvent.ID.value(), "prime-minister", IN_40, false));
        }

        @Test
        void aMinisterWhoAcceptsTooLateIsSaidToBeSo() {
            given(needed())
                    .when(permit -> permit.comes(MINISTER, SEPTEMBER))
                    .thenAnnounces(new PermitAuthorityEscalated(AnEvent.ID.value(), "prime-minister", IN_40, true));
        }

        @Test
        void aSecondMinisterChangesNothing() {
            Permit permit = needed();
            permit.comes(MINISTER, JUNE);
            given(permit).when(again -> again.comes(MINISTER, JUNE)).thenAnnouncesNothing();
            assertThat(permit.fileBy()).isEqualTo(IN_40);
        }

        @Test
        void aSensitiveTopicNeedsThePrimeMinisterWhoeverComes() {
            given(needed())
                    .when(permit -> permit.flag(Set.of("religion"), JUNE))
                    .thenAnnounces(PermitTopicsFlagged.class, PermitAuthorityEscalated.class);
        }

        @Test
        void aTopicThatIsTakenBackGivesTheCityItsAuthorityBack() {
            Permit permit = needed();
            permit.flag(Set.of("religion"), JUNE);
            given(permit)
                    .when(again -> again.flag(Set.of(), JUNE))
                    .thenAnnounces(new PermitTopicsFlagged(AnEvent.ID.value(), Set.of(), "competent-person", IN_30));
        }

        @Test
        void anUnknownTopicIsNoTopic() {
            given(needed()).when(permit -> permit.flag(Set.of("weather"), JUNE)).thenRefuses(Reason.UNKNOWN_TOPIC);
        }
    }

    @Nested
    class Filing {

        @Test
        void theLastDayIsStillInTime() {
            given(needed())
                    .when(permit -> permit.submit(IN_30, null, IN_30, RULES))
                    .thenAnnounces(new PermitDossierSubmitted(AnEvent.ID.value(), "competent-person", IN_30, false));
        }

        @Test
        void theDayAfterNeedsARecordedWaiver() {
            LocalDate late = IN_30.plusDays(1);
            given(needed())
                    .when(permit -> permit.submit(late, " ", late, RULES))
                    .thenRefuses(Reason.FILED_TOO_LATE);
            given(needed())
                    .when(permit -> permit.submit(late, "Chủ tịch UBND đồng ý, 25.8", late, RULES))
                    .thenAnnounces(new PermitDossierSubmitted(AnEvent.ID.value(), "competent-person", late, true));
        }

        @Test
        void nothingIsFiledTomorrow() {
            given(needed())
                    .when(permit -> permit.submit(JUNE.plusDays(1), null, JUNE, RULES))
                    .thenRefuses(Reason.FILED_IN_THE_FUTURE);
        }

        @Test
        void whatLiesWithTheCityComesBackWhenAMinisterAccepts() {
            given(filed())
                    .when(permit -> permit.comes(MINISTER, JUNE))
                    .thenAnnounces(PermitAuthorityEscalated.class, PermitReturned.class);
        }

        @Test
        void theLastDayMovesWithTheFirst() {
            given(needed())
                    .when(permit -> permit.move(FIRST_DAY.plusDays(7), 2, JUNE))
                    .thenAnnounces(new PermitDeadlineMoved(AnEvent.ID.value(), IN_30.plusDays(7), false));
        }

        @Test
        void anOlderRevisionIsHeardInVain() {
            Permit permit = needed();
            permit.move(FIRST_DAY.plusDays(7), 3, JUNE);
            given(permit)
                    .when(late -> late.move(FIRST_DAY.plusDays(1), 2, JUNE))
                    .thenAnnouncesNothing();
        }
    }

    @Nested
    class Deciding {

        @Test
        void aDecisionHasANumberAndADayNotBeforeItsDossier() {
            given(filed())
                    .when(permit -> permit.grant("1234/UBND-NV", JUNE.minusDays(1)))
                    .thenRefuses(Reason.DECIDED_BEFORE_IT_WAS_FILED);
            given(filed()).when(permit -> permit.grant("1234/UBND-NV", JUNE)).thenAnnounces(PermitGranted.class);
        }

        @Test
        void nothingIsGrantedThatWasNotFiled() {
            given(needed())
                    .when(permit -> permit.grant("1234/UBND-NV", JUNE))
                    .thenRefuses(Reason.PERMIT_NOT_IN_THIS_STATE);
        }

        @Test
        void moreThanWasPermittedNeedsAnAmendment() {
            given(granted())
                    .when(permit -> permit.comes(MINISTER, JUNE))
                    .thenAnnounces(PermitAuthorityEscalated.class, PermitAmendmentRequired.class);
        }

        @Test
        void aRefusedDossierMayBeFiledAgain() {
            Permit permit = filed();
            given(permit).when(it -> it.refuse("trùng lịch")).thenAnnounces(PermitRefused.class);
            given(permit)
                    .when(it -> it.submit(JUNE.plusDays(3), null, JUNE.plusDays(3), RULES))
                    .thenAnnounces(PermitDossierSubmitted.class);
        }
    }
}
