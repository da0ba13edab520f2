package vn.hoingo.events.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.messaging.AggregateScenario.given;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoingo.events.dossier.Consultation.Answer;
import vn.hoingo.events.dossier.Consultation.Opinion;
import vn.hoingo.events.dossier.Material;
import vn.hoingo.events.dossier.PaperRule;
import vn.hoingo.events.dossier.Readiness;
import vn.hoingo.events.event.AnEvent;
import vn.hoingo.events.event.Words;
import vn.hoingo.events.permit.PermitFact.ConsultationAnswered;
import vn.hoingo.events.permit.PermitFact.ConsultationOverdue;
import vn.hoingo.events.permit.PermitFact.ConsultationRequested;
import vn.hoingo.events.permit.PermitFact.PermitAmendmentRequired;
import vn.hoingo.events.permit.PermitFact.PermitAuthorityEscalated;
import vn.hoingo.events.permit.PermitFact.PermitDeadlineMoved;
import vn.hoingo.events.permit.PermitFact.PermitDossierCompleted;
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
            Map.of(Authority.COMPETENT_PERSON, 30, Authority.PRIME_MINISTER, 40),
            null,
            15);

    private static final RuleSet WITH_PAPERS = new RuleSet(
            "06/2020",
            LocalDate.of(2020, 4, 15),
            "Quyết định 06/2020/QĐ-TTg",
            MINISTER,
            Set.of("religion"),
            Map.of(Authority.COMPETENT_PERSON, 30),
            Map.of(Authority.COMPETENT_PERSON, List.of(paper("request", true), paper("agreement", false))),
            15);
    private static final UUID SPEECH = UUID.fromString("0192f000-0000-7000-8000-0000000000d1");
    private static final UUID MINISTRY = UUID.fromString("0192f000-0000-7000-8000-0000000000d2");

    private static PaperRule paper(String code, boolean required) {
        return new PaperRule(code, new Words("Giấy " + code, "Paper " + code), required, new Words("QĐ", "Decision"));
    }

    private static Permit withPapers() {
        return Permit.needed(AnEvent.ID, FIRST_DAY, WITH_PAPERS, 1);
    }

    private static Permit complete() {
        Permit permit = withPapers();
        permit.prepare(Map.of("request", Readiness.READY));
        return permit;
    }

    private static Permit asked() {
        Permit permit = needed();
        permit.consult(MINISTRY, "Bộ Ngoại giao", JUNE, JUNE, AnEvent.ZONE);
        return permit;
    }

    private static Permit needed() {
        return Permit.needed(AnEvent.ID, FIRST_DAY, RULES, 1);
    }

    private static Permit filed() {
        Permit permit = needed();
        permit.submit(JUNE, null, null, JUNE, RULES);
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
                    .when(permit -> permit.submit(IN_30, null, null, IN_30, RULES))
                    .thenAnnounces(
                            new PermitDossierSubmitted(AnEvent.ID.value(), "competent-person", IN_30, false, false));
        }

        @Test
        void theDayAfterNeedsARecordedWaiver() {
            LocalDate late = IN_30.plusDays(1);
            given(needed())
                    .when(permit -> permit.submit(late, " ", null, late, RULES))
                    .thenRefuses(Reason.FILED_TOO_LATE);
            given(needed())
                    .when(permit -> permit.submit(late, "Chủ tịch UBND đồng ý, 25.8", null, late, RULES))
                    .thenAnnounces(
                            new PermitDossierSubmitted(AnEvent.ID.value(), "competent-person", late, true, false));
        }

        @Test
        void nothingIsFiledTomorrow() {
            given(needed())
                    .when(permit -> permit.submit(JUNE.plusDays(1), null, null, JUNE, RULES))
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
                    .when(it -> it.submit(JUNE.plusDays(3), null, null, JUNE.plusDays(3), RULES))
                    .thenAnnounces(PermitDossierSubmitted.class);
        }
    }

    @Nested
    class PreparingTheDossier {

        @Test
        void aDossierIsCompleteWithItsRequiredPapersAndThatIsToldOnce() {
            Permit permit = withPapers();
            given(permit)
                    .when(it -> it.prepare(Map.of("request", Readiness.DRAFT)))
                    .thenAnnouncesNothing();
            given(permit)
                    .when(it -> it.prepare(Map.of("request", Readiness.READY)))
                    .thenAnnounces(new PermitDossierCompleted(AnEvent.ID.value(), "competent-person", IN_30, 2, 0));
            given(permit)
                    .when(it -> it.prepare(Map.of("agreement", Readiness.READY)))
                    .thenAnnouncesNothing();
        }

        @Test
        void anIncompleteDossierIsNotFiledAndTheRefusalNamesWhatIsMissing() {
            given(withPapers())
                    .when(permit -> permit.submit(JUNE, null, null, JUNE, WITH_PAPERS))
                    .thenRefuses(Reason.DOSSIER_INCOMPLETE);
            assertThat(withPapers().missing()).extracting(Words::en).containsExactly("Paper request");
        }

        @Test
        void itIsFiledWhenSomebodyAnswersForTheGap() {
            given(withPapers())
                    .when(permit -> permit.submit(JUNE, null, "Giám đốc cho nộp trước", JUNE, WITH_PAPERS))
                    .thenAnnounces(
                            new PermitDossierSubmitted(AnEvent.ID.value(), "competent-person", JUNE, false, true))
                    .thenIs(Permit::incompleteBecause, "Giám đốc cho nộp trước");
        }

        @Test
        void aCompleteOneNeedsNoReason() {
            given(complete())
                    .when(permit -> permit.submit(JUNE, null, "thừa", JUNE, WITH_PAPERS))
                    .thenAnnounces(
                            new PermitDossierSubmitted(AnEvent.ID.value(), "competent-person", JUNE, false, false))
                    .thenIs(Permit::incompleteBecause, null);
        }

        @ParameterizedTest
        @CsvSource({
            "vi, READY, MISSING, true",
            "en, READY, MISSING, false",
            "en, READY, DRAFT, false",
            "en, READY, READY, true",
            "en, DRAFT, READY, false"
        })
        void aForeignMaterialIsReadyWithItsTranslation(
                String language, Readiness itself, Readiness translation, boolean ready) {
            Permit permit = complete();
            permit.add(Material.called(SPEECH, "Keynote", language));
            assertThat(permit.isComplete()).isFalse();
            permit.prepare(SPEECH, itself, translation);
            assertThat(permit.isComplete()).isEqualTo(ready);
        }

        @Test
        void aPermitFromBeforePapersWereWrittenDownLearnsThem() {
            given(needed())
                    .when(permit -> permit.learn(WITH_PAPERS))
                    .thenAnnouncesNothing()
                    .thenIs(Permit::isComplete, false);
        }

        @Test
        void whatIsDroppedIsNotWaitedFor() {
            Permit permit = complete();
            permit.add(Material.called(SPEECH, "Keynote", "en"));
            given(permit).when(it -> it.drop(SPEECH)).thenAnnounces(PermitDossierCompleted.class);
        }

        @Test
        void thePapersAreThoseOfTheRulesAndStayAsTheyWereFiled() {
            given(withPapers())
                    .when(permit -> permit.prepare(Map.of("poem", Readiness.READY)))
                    .thenRefuses(Reason.UNKNOWN_PAPER);
            given(filed())
                    .when(permit -> permit.add(Material.called(SPEECH, "Keynote", "en")))
                    .thenRefuses(Reason.DOSSIER_IS_FILED);
        }
    }

    @Nested
    class Consulting {

        private static final LocalDate IN_15_DAYS = LocalDate.of(2026, 6, 16);

        @Test
        void aBodyThatIsAskedHasFifteenDays() {
            given(needed())
                    .when(permit -> permit.consult(MINISTRY, "Bộ Ngoại giao", JUNE, JUNE, AnEvent.ZONE))
                    .thenAnnounces(
                            new ConsultationRequested(AnEvent.ID.value(), MINISTRY, "Bộ Ngoại giao", JUNE, IN_15_DAYS))
                    .thenIs(
                            Permit::dueAt,
                            IN_15_DAYS.plusDays(1).atStartOfDay(AnEvent.ZONE).toInstant());
        }

        @Test
        void itsClockIsItsOwnAndStrikesOnce() {
            Instant after = IN_15_DAYS.plusDays(1).atStartOfDay(AnEvent.ZONE).toInstant();
            Permit permit = asked();
            given(permit)
                    .when(it -> it.tellWhatIsOverdue(after.minusSeconds(1)))
                    .thenAnnouncesNothing();
            given(permit)
                    .when(it -> it.tellWhatIsOverdue(after))
                    .thenAnnounces(new ConsultationOverdue(AnEvent.ID.value(), MINISTRY, "Bộ Ngoại giao", IN_15_DAYS))
                    .thenIs(Permit::dueAt, null);
            given(permit)
                    .when(it -> it.tellWhatIsOverdue(after.plusSeconds(60)))
                    .thenAnnouncesNothing();
        }

        @Test
        void whatItAnswersIsKeptWithItsDay() {
            Answer late = new Answer(IN_15_DAYS.plusDays(2), Opinion.AGREES_WITH_CHANGES, "bỏ mục 3");
            Permit permit = asked();
            given(permit)
                    .when(it -> it.answer(MINISTRY, late, IN_15_DAYS.plusDays(2)))
                    .thenAnnounces(new ConsultationAnswered(
                            AnEvent.ID.value(),
                            MINISTRY,
                            "Bộ Ngoại giao",
                            IN_15_DAYS.plusDays(2),
                            "agrees-with-changes",
                            true))
                    .thenIs(Permit::dueAt, null);
            given(permit)
                    .when(it -> it.answer(MINISTRY, new Answer(JUNE, Opinion.OBJECTS, null), IN_15_DAYS))
                    .thenRefuses(Reason.ALREADY_ANSWERED);
        }

        @Test
        void nobodyAnswersBeforeBeingAskedNorTomorrow() {
            given(asked())
                    .when(it -> it.answer(MINISTRY, new Answer(JUNE.minusDays(1), Opinion.AGREES, null), JUNE))
                    .thenRefuses(Reason.ANSWERED_BEFORE_IT_WAS_ASKED);
            given(asked())
                    .when(it -> it.answer(MINISTRY, new Answer(JUNE.plusDays(1), Opinion.AGREES, null), JUNE))
                    .thenRefuses(Reason.ANSWERED_IN_THE_FUTURE);
            given(needed())
                    .when(it -> it.consult(MINISTRY, "Bộ Công an", JUNE.plusDays(1), JUNE, AnEvent.ZONE))
                    .thenRefuses(Reason.ASKED_IN_THE_FUTURE);
        }
    }
}
