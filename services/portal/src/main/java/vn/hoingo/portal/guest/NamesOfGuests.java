package vn.hoingo.portal.guest;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.portal.guest.PeopleClient.Person;
import vn.hoingo.portal.relay.Answer;
import vn.hoingo.portal.relay.Text;
import vn.hoingo.portal.relay.Together;
import vn.hoingo.portal.relay.Unavailable;

/** Names behind person ids, asked of their owner for the moment of showing; a page reads on without them when the owner is away. */
@Component
class NamesOfGuests {

    private final PeopleClient people;

    NamesOfGuests(PeopleClient people) {
        this.people = people;
    }

    Map<UUID, Text> ofPartners(Collection<UUID> ids) {
        Map<UUID, Text> known = new HashMap<>();
        Together.askEach(ids.stream().distinct().toList(), people::partner)
                .forEach(partner -> known.put(partner.id(), partner.name()));
        return known;
    }

    Map<UUID, Person> of(Collection<UUID> ids) {
        List<UUID> asked = ids.stream().distinct().limit(PeopleClient.MOST).toList();
        Map<UUID, Person> known = new HashMap<>();
        if (asked.isEmpty()) {
            return known;
        }
        try {
            people.named(asked, PeopleClient.MOST).items().forEach(person -> known.put(person.id(), person));
        } catch (Unavailable | Answer away) {
            return known;
        }
        return known;
    }
}
