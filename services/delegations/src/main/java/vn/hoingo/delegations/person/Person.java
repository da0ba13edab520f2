package vn.hoingo.delegations.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.delegations.duplicate.Known;
import vn.hoingo.delegations.partner.PartnerId;
import vn.hoingo.delegations.person.PersonFact.PersonRankCorrected;
import vn.hoingo.delegations.person.PersonFact.PersonRegistered;
import vn.hoingo.delegations.text.FoldedText;
import vn.hoingo.delegations.vault.VaultField;
import vn.hoingo.doors.Coded;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;

/**
 * Somebody the department knows, across events. People come with a delegation or are registered as guests of their own; when
 * they are erased nothing of them stays but the fact that somebody was there.
 */
@Document("people")
@Announces("delegations.person")
@CompoundIndex(def = "{'sortName': 1, '_id': 1}")
public class Person extends Aggregate<PersonId> {

    enum State implements Coded {
        ACTIVE,
        ERASED
    }

    @Indexed
    private final @Nullable PartnerId partner;

    private @Nullable Particulars particulars;
    private State state = State.ACTIVE;

    @Indexed
    private List<String> search = new ArrayList<>();

    private String sortName = "";

    Person(PersonId id, @Nullable PartnerId partner) {
        super(id);
        this.partner = partner;
    }

    public static Person register(PersonId id, @Nullable PartnerId partner, Particulars particulars) {
        Person person = new Person(id, partner);
        person.know(particulars);
        person.announce(new PersonRegistered(
                id.value(), partner == null ? null : partner.value(), particulars.rank(), particulars.category()));
        return person;
    }

    public void change(Particulars known) {
        if (state == State.ERASED) {
            throw new PersonRefusal(PersonRefusal.Reason.PERSON_ERASED);
        }
        know(known);
    }

    /** The department knows better. Where the person is expected, the rank is another one from then on. */
    void correct(Particulars known) {
        int before = particulars().rank();
        change(known);
        if (known.rank() != before) {
            announce(new PersonRankCorrected(id().value(), known.rank()));
        }
    }

    void erase() {
        know(Particulars.NONE);
        search = new ArrayList<>();
        state = State.ERASED;
    }

    private void know(Particulars known) {
        particulars = known;
        search = new ArrayList<>(
                FoldedText.words(known.passportName(), known.nativeName(), known.displayName(), known.function()));
        sortName = String.join(" ", FoldedText.inOrder(known.passportName()));
    }

    public Particulars particulars() {
        if (particulars == null) {
            throw new IllegalStateException("person " + id().value() + " was never registered");
        }
        return particulars;
    }

    public @Nullable PartnerId partner() {
        return partner;
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }

    /**
     * What is compared when somebody may be the same.
     *
     * @param marks of birth dates and passport numbers, by person; nobody's to compare by the names alone
     */
    public Known known(Map<UUID, Map<VaultField, String>> marks) {
        Particulars mine = particulars();
        Map<VaultField, String> kept = marks.getOrDefault(id().value(), Map.of());
        return new Known(
                mine.passportName(),
                mine.nativeName(),
                mine.nationality(),
                kept.get(VaultField.BIRTH_DATE),
                kept.get(VaultField.PASSPORT_NUMBER));
    }

    State state() {
        return state;
    }

    /** A focal point sees the people of its own partner; everyone else is not there for it. */
    public boolean isSeenBy(@Nullable UUID onlyPartner) {
        return onlyPartner == null || partner != null && partner.value().equals(onlyPartner);
    }
}
