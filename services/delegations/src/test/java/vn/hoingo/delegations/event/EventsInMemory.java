package vn.hoingo.delegations.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import vn.hoingo.delegations.text.Text;
import vn.hoingo.messaging.LocalCopies;

/** Events without a store and without their owner: what was heard of, and what the owner would say. */
public final class EventsInMemory extends KnownEvents {

    private final Map<UUID, KnownEvent> heard = new HashMap<>();
    private final Map<UUID, KnownEvent> owned;

    public EventsInMemory() {
        this(new HashMap<>());
    }

    private EventsInMemory(Map<UUID, KnownEvent> owned) {
        super(new LocalCopies(null), id -> answer(owned.get(id))); // no copy is asked for
        this.owned = owned;
    }

    private static EventsClient.Answer answer(KnownEvent event) {
        if (event == null) {
            throw HttpClientErrorException.create(HttpStatus.NOT_FOUND, "", new HttpHeaders(), new byte[0], null);
        }
        KnownEvent.Registration registration = event.registration();
        return new EventsClient.Answer(
                event.id(),
                event.name(),
                new EventsClient.AnsweredWindow(
                        event.window().start(),
                        event.window().end(),
                        event.window().zone()),
                event.venue(),
                event.standing().name(),
                event.revision(),
                registration == null
                        ? null
                        : new EventsClient.AnsweredRegistration(
                                registration.closesAt(), registration.membersPerDelegation(), registration.open()));
    }

    /** An edition of the Friendship Dialogue, open until then. */
    public static KnownEvent dialogue(EventId id, Instant closesAt, int membersPerDelegation) {
        return KnownEvent.unheardOf(id.value())
                .named(new Text("Đối thoại Hữu nghị 2026", "Friendship Dialogue 2026"), "Dinh Thống Nhất")
                .within(
                        new Window(
                                LocalDateTime.parse("2026-09-23T08:00"),
                                LocalDateTime.parse("2026-09-24T21:30"),
                                "Asia/Ho_Chi_Minh"),
                        1)
                .with(new KnownEvent.Registration(closesAt, membersPerDelegation, true));
    }

    public void heard(KnownEvent event) {
        heard.put(event.id(), event);
    }

    public void owns(KnownEvent event) {
        owned.put(event.id(), event);
    }

    public void forgetAll() {
        heard.clear();
        owned.clear();
    }

    @Override
    public Optional<KnownEvent> find(EventId id) {
        return Optional.ofNullable(heard.get(id.value()));
    }

    @Override
    public Map<UUID, KnownEvent> find(Collection<UUID> ids) {
        Map<UUID, KnownEvent> found = new HashMap<>(heard);
        found.keySet().retainAll(ids);
        return found;
    }
}
