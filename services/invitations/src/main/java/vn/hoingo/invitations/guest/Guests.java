package vn.hoingo.invitations.guest;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import vn.hoingo.invitations.partner.KnownPartner;
import vn.hoingo.invitations.partner.KnownPartners;
import vn.hoingo.messaging.Absent;
import vn.hoingo.messaging.Ids;

/** Who a guest is. Nothing of it is kept here: delegations is asked each time. */
@Component
public class Guests {

    private static final int UNKNOWN_RANK = 10;

    private final DelegationsDoor delegations;
    private final KnownPartners partners;

    Guests(DelegationsDoor delegations, KnownPartners partners) {
        this.delegations = delegations;
        this.partners = partners;
    }

    public Optional<Guest> find(UUID person, String purpose) {
        try {
            return Optional.of(guest(delegations.person(person, purpose)));
        } catch (HttpClientErrorException.NotFound unknown) {
            return Optional.empty();
        }
    }

    public Guest get(UUID person, String purpose) {
        return find(person, purpose).orElseThrow(() -> new Absent("person", person));
    }

    /** In which language letters to a guest are written. */
    public String languageOf(UUID person, @Nullable UUID partner, String purpose) {
        return partner == null ? find(person, purpose).map(Guest::language).orElse("vi") : languageOf(partner, purpose);
    }

    public String languageOf(UUID partner, String purpose) {
        return partners.find(partner).map(KnownPartner::language).orElseGet(() -> addressee(partner, purpose)
                .language());
    }

    public Addressee addressee(UUID partner, String purpose) {
        try {
            DelegationsDoor.Partner found = delegations.partner(partner, purpose);
            return new Addressee(
                    found.id(),
                    found.name().in(found.language()),
                    found.language(),
                    found.contactName(),
                    found.contactEmail());
        } catch (HttpClientErrorException.NotFound unknown) {
            throw new Absent("partner", partner);
        }
    }

    /** Whom the delegation itself named, which goes before whom its partner named. */
    public Addressee addressee(UUID partner, UUID delegation, String purpose) {
        Addressee ofPartner = addressee(partner, purpose);
        try {
            DelegationsDoor.Contact contact =
                    delegations.delegation(delegation, purpose).contact();
            if (contact != null && contact.email() != null) {
                return new Addressee(partner, ofPartner.name(), ofPartner.language(), contact.name(), contact.email());
            }
        } catch (HttpClientErrorException notForUs) {
            return ofPartner;
        }
        return ofPartner;
    }

    /** Registers who comes instead of a guest; asked twice for the same answer it is the same person. */
    public UUID registerSubstitute(Guest of, String name, String function, String contact, UUID invitation) {
        Object[] told = {invitation, name, function, contact};
        return delegations
                .register(
                        new DelegationsDoor.NewPerson(
                                of.partner(),
                                name,
                                name,
                                function,
                                of.rank() == null ? UNKNOWN_RANK : Math.min(UNKNOWN_RANK, of.rank() + 1),
                                of.category(),
                                contact),
                        "substitute-of-a-guest",
                        Ids.from("substitute", told).toString())
                .id();
    }

    private static Guest guest(DelegationsDoor.Person person) {
        List<String> languages = person.languages() == null ? List.of() : person.languages();
        boolean vietnamese = languages.contains("vi") || languages.isEmpty() && "VN".equals(person.nationality());
        return new Guest(
                person.id(),
                person.displayName(),
                person.formOfAddress(),
                person.function(),
                person.rank(),
                person.category() == null ? "guest" : person.category(),
                person.partnerId(),
                vietnamese ? "vi" : "en",
                person.email());
    }

    /**
     * A guest at the moment of use.
     *
     * @param language of letters, where no partner says otherwise
     */
    public record Guest(
            UUID person,
            String name,
            @Nullable String formOfAddress,
            @Nullable String function,
            @Nullable Integer rank,
            String category,
            @Nullable UUID partner,
            String language,
            @Nullable String email) {

        /** As an envelope says it: H.E. Claire Dubois. */
        public String addressed() {
            return formOfAddress == null || formOfAddress.isBlank() ? name : formOfAddress + " " + name;
        }
    }

    /**
     * Who reads the letters to a partner.
     *
     * @param contactName its focal point, when one is named
     */
    public record Addressee(
            UUID partner,
            String name,
            String language,
            @Nullable String contactName,
            @Nullable String contactEmail) {}
}
