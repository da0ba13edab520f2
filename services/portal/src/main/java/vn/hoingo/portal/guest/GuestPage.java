package vn.hoingo.portal.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.registry.ImportHttpServices;
import vn.hoingo.portal.event.Edition;
import vn.hoingo.portal.event.Edition.Activity;
import vn.hoingo.portal.event.Editions;
import vn.hoingo.portal.guest.InvitationsClient.Entry;
import vn.hoingo.portal.guest.InvitationsClient.Invitation;
import vn.hoingo.portal.guest.InvitationsClient.SeatBook;
import vn.hoingo.portal.guest.InvitationsClient.Tally;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Reader;
import vn.hoingo.portal.relay.Listing;
import vn.hoingo.portal.relay.Together;

/** The guest list of an event or of one activity, with its seats and who waits for one. */
@Controller
@PreAuthorize(
        "hasAnyRole('organiser', 'protocol-officer', 'delegation-officer', 'dispatcher', 'operations-watcher', 'auditor')")
@ImportHttpServices(group = "invitations", types = InvitationsClient.class)
@ImportHttpServices(group = "delegations", types = PeopleClient.class)
class GuestPage {

    private static final int PER_PAGE = 50;
    static final List<String> STATES = List.of(
            "sent", "accepted", "declined", "tentative", "substitute-proposed", "drafted", "expired", "revoked");

    private final InvitationsClient invitations;
    private final NamesOfGuests people;
    private final Editions editions;

    GuestPage(InvitationsClient invitations, NamesOfGuests people, Editions editions) {
        this.invitations = invitations;
        this.people = people;
        this.editions = editions;
    }

    @GetMapping("/guests")
    String guests(
            @RequestParam @Nullable UUID event,
            @RequestParam @Nullable UUID activity,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String after,
            Form form,
            Reader reader,
            Model page) {
        List<Edition> all = editions.all();
        Edition edition = editions.meant(all, event);
        page.addAttribute("editions", all);
        page.addAttribute("edition", edition);
        page.addAttribute("activity", activity);
        page.addAttribute("state", state);
        page.addAttribute("states", STATES);
        page.addAttribute("mayAct", reader.is("organiser", "protocol-officer"));
        if (edition == null) {
            return "guest/guests";
        }
        UUID id = edition.id();
        var programme = Together.ask(() -> editions.programme(id));
        var books = Together.ask(() -> invitations.seats(id, PeopleClient.MOST).items());
        var tallies = Together.ask(() -> invitations.summary(id).items());
        var waiting =
                Together.ask(() -> invitations.waitlist(activity, id, PER_PAGE).items());
        Listing<Invitation> guests =
                invitations.list(id, activity, state == null || state.isBlank() ? null : state, after, PER_PAGE);
        List<Entry> entries = Objects.requireNonNullElse(waiting.orNothing(), List.<Entry>of()).stream()
                .filter(entry -> List.of("waiting", "offered").contains(entry.state()))
                .toList();
        page.addAttribute("guests", guests);
        page.addAttribute("waiting", entries);
        page.addAttribute(
                "people",
                people.of(Stream.concat(
                                guests.items().stream().map(Invitation::personId),
                                entries.stream().map(Entry::personId))
                        .toList()));
        List<Activity> activities = Objects.requireNonNullElse(programme.orNothing(), List.<Activity>of());
        page.addAttribute(
                "activities",
                activities.stream().filter(one -> !one.isDropped()).toList());
        page.addAttribute(
                "names",
                activities.stream().collect(Collectors.toMap(Activity::id, Activity::name, (one, other) -> one)));
        page.addAttribute("doors", doors(activities, books.orNothing(), tallies.orNothing()));
        return "guest/guests";
    }

    private static List<Door> doors(
            List<Activity> activities, @Nullable List<SeatBook> books, @Nullable List<Tally> tallies) {
        Map<UUID, SeatBook> seats = Objects.requireNonNullElse(books, List.<SeatBook>of()).stream()
                .collect(Collectors.toMap(SeatBook::activityId, Function.identity(), (one, other) -> one));
        Map<UUID, Tally> asked = Objects.requireNonNullElse(tallies, List.<Tally>of()).stream()
                .collect(Collectors.toMap(Tally::activityId, Function.identity(), (one, other) -> one));
        List<Door> doors = new ArrayList<>();
        for (Activity activity : activities) {
            if (!activity.isDropped() && (seats.containsKey(activity.id()) || asked.containsKey(activity.id()))) {
                doors.add(new Door(activity, seats.get(activity.id()), asked.get(activity.id())));
            }
        }
        return doors;
    }

    /** One activity with its seats and its answers. */
    record Door(
            Activity activity,
            @Nullable SeatBook seats,
            @Nullable Tally tally) {}

    @PostMapping("/guests/waitlist/{id}/removal")
    String remove(@PathVariable UUID id, @RequestParam UUID event, Form form, Reader reader, Model page) {
        return form.doing(
                () -> {
                    invitations.removeFromWaitlist(id, Map.of());
                    return "redirect:/guests?event=" + event + "&done=waitlist-removed";
                },
                () -> guests(event, null, null, null, form, reader, page));
    }
}
