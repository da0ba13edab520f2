package vn.hoingo.delegations.person;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.messaging.AggregateScenario.given;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hoingo.delegations.partner.APartner;
import vn.hoingo.delegations.person.PersonFact.PersonRankCorrected;
import vn.hoingo.delegations.person.PersonFact.PersonRegistered;

class PersonTests {

    private static final PersonId SEO = new PersonId(UUID.fromString("0192f000-0000-7000-8000-0000000000f1"));
    private static final Particulars VICE_MAYOR =
            new Particulars("SEO JI-WON", "서지원", null, "Mr", "Vice Mayor", 6, "delegate", "KR", List.of("ko"), null);

    @Test
    void aPersonIsAnnouncedByRankAndCategoryAndNeverByName() {
        assertThat(Person.register(SEO, APartner.BUSAN, VICE_MAYOR).announced())
                .isEqualTo(List.of(new PersonRegistered(SEO.value(), APartner.BUSAN.value(), 6, "delegate")));
    }

    @Test
    void aCorrectedRankIsTold() {
        Particulars minister =
                new Particulars("SEO JI-WON", "서지원", null, "Mr", "Minister", 2, "delegate", "KR", List.of("ko"), null);

        given(Person.register(SEO, null, VICE_MAYOR))
                .when(person -> person.correct(minister))
                .thenAnnounces(new PersonRankCorrected(SEO.value(), 2));
        given(Person.register(SEO, null, VICE_MAYOR))
                .when(person -> person.correct(VICE_MAYOR))
                .thenAnnouncesNothing();
    }

    @Test
    void thePassportNameIsShownWhereThereIsNoOther() {
        assertThat(VICE_MAYOR.shownName()).isEqualTo("SEO JI-WON");
    }

    @Test
    void ofAnErasedPersonNothingStays() {
        given(Person.register(SEO, null, VICE_MAYOR))
                .when(Person::erase)
                .thenAnnouncesNothing()
                .thenIs(person -> person.particulars().passportName(), "")
                .thenIs(person -> person.particulars().nativeName(), null);
    }

    @Test
    void anErasedPersonIsNotWrittenAgain() {
        Person erased = Person.register(SEO, null, VICE_MAYOR);
        erased.erase();

        given(erased).when(person -> person.change(VICE_MAYOR)).thenRefuses(PersonRefusal.Reason.PERSON_ERASED);
    }

    @Test
    void aFocalPointSeesItsOwnPeopleOnly() {
        Person person = Person.register(SEO, APartner.BUSAN, VICE_MAYOR);

        assertThat(person.isSeenBy(APartner.BUSAN.value())).isTrue();
        assertThat(person.isSeenBy(APartner.LYON.value())).isFalse();
        assertThat(person.isSeenBy(null)).isTrue();
    }
}
