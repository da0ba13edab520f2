package vn.hoingo.delegations.delegation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.document.DocumentDesk;
import vn.hoingo.delegations.event.KnownEvent;
import vn.hoingo.delegations.event.KnownEvents;
import vn.hoingo.delegations.event.Window;
import vn.hoingo.delegations.member.Member;
import vn.hoingo.delegations.partner.Partners;
import vn.hoingo.delegations.person.People;
import vn.hoingo.delegations.person.Person;
import vn.hoingo.delegations.person.PersonId;
import vn.hoingo.delegations.quota.Places;
import vn.hoingo.delegations.vault.Vault;

/** Gathers what is shown of a delegation: its people, its event, its quota, its documents. */
@Component
class Dossiers {

    private final Partners partners;
    private final People people;
    private final KnownEvents events;
    private final Places places;
    private final Vault vault;
    private final DocumentDesk documents;

    Dossiers(Partners partners, People people, KnownEvents events, Places places, Vault vault, DocumentDesk documents) {
        this.partners = partners;
        this.people = people;
        this.events = events;
        this.places = places;
        this.vault = vault;
        this.documents = documents;
    }

    Dossier of(Delegation delegation) {
        List<PersonId> ids =
                delegation.allMembers().stream().map(Member::person).distinct().toList();
        Map<PersonId, Person> known = ids.isEmpty()
                ? Map.of()
                : people.findByIdIn(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
        KnownEvent event = events.find(delegation.event()).orElse(null);
        return new Dossier(
                delegation,
                partners.findById(delegation.partner()).orElse(null),
                event,
                quota(delegation, event),
                known,
                ids.isEmpty()
                        ? Map.of()
                        : vault.onFile(ids.stream().map(PersonId::value).toList()),
                documents.of(delegation.id().value()));
    }

    private @Nullable Integer quota(Delegation delegation, @Nullable KnownEvent event) {
        KnownEvent.Registration registration = event == null ? null : event.registration();
        return registration == null
                ? null
                : places.allowed(
                        delegation.event().value(), delegation.partner().value(), registration.membersPerDelegation());
    }

    static Optional<Instant> end(KnownEvent event) {
        Window window = event.window();
        return window == null
                ? Optional.empty()
                : Optional.of(window.end().atZone(ZoneId.of(window.zone())).toInstant());
    }
}
