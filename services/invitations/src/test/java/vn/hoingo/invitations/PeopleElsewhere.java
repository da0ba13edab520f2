package vn.hoingo.invitations;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import vn.hoingo.invitations.activity.EventsDoor;
import vn.hoingo.invitations.activity.Text;
import vn.hoingo.invitations.guest.DelegationsDoor;
import vn.hoingo.messaging.Ids;

/** People and partners as delegations would tell them; it can be away for a while. */
@TestConfiguration(proxyBeanMethods = false)
public class PeopleElsewhere {

    @Bean
    @Primary
    public People people() {
        return new People();
    }

    @Bean
    @Primary
    EventsDoor nothingUnheard() {
        return activity -> {
            throw notFound("/api/events/activities/" + activity);
        };
    }

    static HttpClientErrorException notFound(String path) {
        return HttpClientErrorException.create(
                HttpStatus.NOT_FOUND, "no " + URI.create(path), new HttpHeaders(), new byte[0], StandardCharsets.UTF_8);
    }

    /** Everybody whom a test made up. */
    public static final class People implements DelegationsDoor {

        private final Map<UUID, Person> people = new ConcurrentHashMap<>();
        private final Map<UUID, Partner> partners = new ConcurrentHashMap<>();
        private final Map<String, UUID> registered = new ConcurrentHashMap<>();
        public volatile boolean away;

        /** Somebody of no partner. */
        public UUID person(String name, @Nullable String email, String language) {
            UUID id = Ids.fresh();
            people.put(
                    id,
                    new Person(
                            id,
                            null,
                            name,
                            "H.E.",
                            "Consul General",
                            6,
                            "consular-corps",
                            "FR",
                            List.of(language),
                            email,
                            "active"));
            return id;
        }

        /** Somebody whose letters go to the partner's focal point. */
        public UUID personOf(UUID partner, String name) {
            UUID id = Ids.fresh();
            people.put(
                    id,
                    new Person(
                            id,
                            partner,
                            name,
                            null,
                            "Mayor",
                            5,
                            "locality-leader",
                            "KR",
                            List.of("ko"),
                            null,
                            "active"));
            return id;
        }

        public void partner(UUID id, String name, String language, String contact) {
            partners.put(id, new Partner(id, new Text(name, name), "KR", language, "Kim Min-ji", contact));
        }

        @Override
        public Person person(UUID id, String purpose) {
            return known(people, id);
        }

        @Override
        public Person register(NewPerson person, String purpose, String key) {
            UUID id = registered.computeIfAbsent(key, first -> Ids.fresh());
            Person registered = new Person(
                    id,
                    person.partnerId(),
                    person.displayName(),
                    null,
                    person.function(),
                    person.rank(),
                    person.category(),
                    null,
                    List.of(),
                    person.email(),
                    "active");
            people.put(id, registered);
            return registered;
        }

        @Override
        public Partner partner(UUID id, String purpose) {
            return known(partners, id);
        }

        @Override
        public Delegation delegation(UUID id, String purpose) {
            throw notFound("/api/delegations/" + id);
        }

        private <T> T known(Map<UUID, T> all, UUID id) {
            if (away) {
                throw new ResourceAccessException("away");
            }
            T found = all.get(id);
            if (found == null) {
                throw notFound("/" + id);
            }
            return found;
        }
    }
}
