package vn.hoingo.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.hoingo.events.event.AnEvent.DEADLINE;
import static vn.hoingo.events.event.AnEvent.NOON;
import static vn.hoingo.events.event.AnEvent.OCTOBER;
import static vn.hoingo.events.event.AnEvent.SEPTEMBER;
import static vn.hoingo.messaging.AggregateScenario.given;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hoingo.events.event.EventFact.EventCancelled;
import vn.hoingo.events.event.EventFact.EventPublished;
import vn.hoingo.events.event.EventFact.EventRescheduled;
import vn.hoingo.events.event.EventFact.EventVenueChanged;
import vn.hoingo.events.event.EventFact.Period;
import vn.hoingo.events.event.EventFact.RegistrationClosed;
import vn.hoingo.events.event.EventFact.RegistrationOpened;
import vn.hoingo.events.event.EventRefusal.Reason;

class EventTests {

    @Nested
    class Drafting {

        @Test
        void anEventThatEndsBeforeItStartsIsNotDrafted() {
            Window backwards = new Window(SEPTEMBER.end(), SEPTEMBER.start(), AnEvent.ZONE);

            assertThatExceptionOfType(EventRefusal.class)
                    .isThrownBy(() -> Event.draft(
                            AnEvent.ID,
                            new Event.Outline("FD", "2026", new Words("a", "b"), backwards, "", null, null)))
                    .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.ENDS_BEFORE_IT_STARTS));
        }

        @Test
        void aCloneKeepsTheClockAndTheLengthFromItsNewFirstDay() {
            assertThat(SEPTEMBER.from(LocalDate.of(2028, 2, 28)))
                    .isEqualTo(new Window(
                            LocalDateTime.parse("2028-02-28T08:00"),
                            LocalDateTime.parse("2028-02-29T21:30"),
                            AnEvent.ZONE));
        }
    }

    @Nested
    class Registering {

        @Test
        void partnersRegisterFromThePreparationOn() {
            given(AnEvent.inPreparation())
                    .when(event -> event.openRegistration(DEADLINE, 8, NOON))
                    .thenAnnounces(RegistrationOpened.class);
        }

        @Test
        void aDraftIsNotOpenForRegistration() {
            given(AnEvent.drafted())
                    .when(event -> event.openRegistration(DEADLINE, 8, NOON))
                    .thenRefuses(Reason.NOT_IN_THIS_STATE);
        }

        @Test
        void registrationDoesNotCloseInThePast() {
            given(AnEvent.inPreparation())
                    .when(event -> event.openRegistration(NOON, 8, NOON))
                    .thenRefuses(Reason.REGISTRATION_CLOSES_IN_THE_PAST);
        }

        @Test
        void registrationDoesNotOutlastTheEvent() {
            given(AnEvent.inPreparation())
                    .when(event -> event.openRegistration(SEPTEMBER.endsAt(), 8, NOON))
                    .thenRefuses(Reason.REGISTRATION_CLOSES_AFTER_THE_EVENT);
        }

        @Test
        void whatIsOpenCanBeClosed() {
            given(AnEvent.openForRegistration())
                    .when(event -> event.closeRegistration(NOON))
                    .thenAnnounces(new RegistrationClosed(AnEvent.ID.value(), NOON));
        }

        @Test
        void whatIsNotOpenCannotBeClosed() {
            given(AnEvent.inPreparation())
                    .when(event -> event.closeRegistration(NOON))
                    .thenRefuses(Reason.REGISTRATION_IS_NOT_OPEN);
        }
    }

    @Nested
    class Publishing {

        @Test
        void aPermittedEventIsPublished() {
            given(AnEvent.inPreparation())
                    .when(event -> event.publish(new Event.Permission("123/UBND", LocalDate.of(2026, 7, 1), null)))
                    .thenAnnounces(new EventPublished(AnEvent.ID.value()));
        }

        @Test
        void itsPermitIsOutstandingUntilItIsGrantedAndAgainWhenMoreComes() {
            Event event = AnEvent.inPreparation();
            assertThat(event.isPermitted()).isFalse();
            event.permit(new Event.Permission("123/UBND", LocalDate.of(2026, 7, 1), null));
            assertThat(event.isPermitted()).isTrue();
            event.forbid();
            assertThat(event.isPermitted()).isFalse();
        }

        @Test
        void anExemptionNeedsItsReason() {
            given(AnEvent.inPreparation())
                    .when(event -> event.publish(new Event.Permission(null, null, " ")))
                    .thenRefuses(Reason.NO_PERMIT);
        }

        @Test
        void aDecisionNeedsItsDate() {
            given(AnEvent.inPreparation())
                    .when(event -> event.publish(new Event.Permission("123/UBND", null, null)))
                    .thenRefuses(Reason.NO_PERMIT);
        }
    }

    @Nested
    class Rescheduling {

        @Test
        void movingCountsARevision() {
            given(AnEvent.inPreparation())
                    .when(event -> event.reschedule(OCTOBER))
                    .thenAnnounces(
                            new EventRescheduled(AnEvent.ID.value(), Period.of(SEPTEMBER), Period.of(OCTOBER), 2));
        }

        @Test
        void movingToWhereItIsChangesNothing() {
            given(AnEvent.inPreparation())
                    .when(event -> event.reschedule(SEPTEMBER))
                    .thenAnnouncesNothing();
        }

        @Test
        void aPostponedEventComesBackByBeingGivenADate() {
            Event event = AnEvent.inPreparation();
            event.postpone("bão");

            given(event)
                    .when(postponed -> postponed.reschedule(OCTOBER))
                    .thenAnnounces(EventRescheduled.class)
                    .thenIs(Event::status, Event.Status.IN_PREPARATION);
        }

        @Test
        void aCancelledEventStaysWhereItWas() {
            given(AnEvent.cancelled()).when(event -> event.reschedule(OCTOBER)).thenRefuses(Reason.NOT_IN_THIS_STATE);
        }
    }

    @Test
    void anotherVenueIsAFactOfItsOwn() {
        given(AnEvent.inPreparation())
                .when(event -> event.moveTo("Thisky Hall Sala"))
                .thenAnnounces(new EventVenueChanged(AnEvent.ID.value(), "Dinh Thống Nhất", "Thisky Hall Sala"));
    }

    @Test
    void cancellingTwiceAnnouncesOnce() {
        given(AnEvent.inPreparation())
                .when(event -> {
                    event.cancel("bão");
                    event.cancel("bão");
                })
                .thenAnnounces(new EventCancelled(AnEvent.ID.value(), "bão"));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"vi", "en"},
            value = Language.class)
    void namesAreFoundWithoutTheirMarks(Language language) {
        Words name = new Words("Đối thoại Hữu nghị", "Friendship Dialogue");

        assertThat(name.folded()).contains(language == Language.vi ? "doi thoai huu nghi" : "friendship dialogue");
    }

    private enum Language {
        vi,
        en
    }
}
