package vn.hoingo.portal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;
import vn.hoingo.portal.page.Words;
import vn.hoingo.portal.relay.Answer;
import vn.hoingo.portal.relay.Listing;
import vn.hoingo.portal.relay.Text;
import vn.hoingo.portal.relay.Together;
import vn.hoingo.portal.relay.Unavailable;

/** Asks each owner for the same words at the same time, and shows what each found; who does not answer is named. */
@Controller
@ImportHttpServices(group = "events", types = SearchPage.Events.class)
@ImportHttpServices(group = "delegations", types = SearchPage.Delegations.class)
class SearchPage {

    private static final int MOST = 10;

    private final Events events;
    private final Delegations delegations;
    private final Words words;

    SearchPage(Events events, Delegations delegations, Words words) {
        this.events = events;
        this.delegations = delegations;
        this.words = words;
    }

    @GetMapping("/search")
    String find(@RequestParam(defaultValue = "") String q, Model page) {
        List<Shelf> shelves = new ArrayList<>();
        if (!q.isBlank()) {
            String sought = q.strip();
            List<Asking> asked = List.of(
                    ask("delegations", () -> delegations.delegations(sought, MOST).items().stream()
                            .map(found -> new Found(
                                    "/delegations/" + found.id(),
                                    found.partnerName().here(),
                                    (found.eventName() == null
                                                    ? ""
                                                    : found.eventName().here() + " · ")
                                            + words.say("delegation-state." + found.state())))
                            .toList()),
                    ask("partners", () -> delegations.partners(sought, MOST).items().stream()
                            .map(found -> new Found(
                                    "/partners/" + found.id(), found.name().here(), words.of("kind", found.kind())))
                            .toList()),
                    ask("people", () -> delegations.people(sought, MOST).items().stream()
                            .map(found -> new Found(
                                    found.partnerId() == null ? "/guests" : "/partners/" + found.partnerId(),
                                    found.name(),
                                    found.function() == null ? "" : found.function()))
                            .toList()),
                    ask("events", () -> events.events(sought, MOST).items().stream()
                            .map(found -> new Found(
                                    "/events/" + found.id(), found.name().here(), found.edition()))
                            .toList()));
            asked.forEach(one -> shelves.add(one.shelf()));
        }
        page.addAttribute("q", q);
        page.addAttribute("shelves", shelves);
        page.addAttribute(
                "nothing",
                shelves.stream()
                        .allMatch(shelf -> !shelf.away() && shelf.found().isEmpty()));
        return "search/search";
    }

    private static Asking ask(String name, Supplier<List<Found>> question) {
        return new Asking(name, Together.ask(question));
    }

    private record Asking(String name, Together.Asked<List<Found>> asked) {

        Shelf shelf() {
            try {
                return new Shelf(name, asked.get(), false);
            } catch (Unavailable e) {
                return new Shelf(name, List.of(), true);
            } catch (Answer notForThisReader) {
                return new Shelf(name, List.of(), false);
            }
        }
    }

    record Shelf(String name, List<Found> found, boolean away) {}

    record Found(String path, String name, String detail) {}

    interface Events {

        @GetExchange("/api/events")
        Listing<Event> events(@RequestParam String q, @RequestParam int limit);
    }

    interface Delegations {

        @GetExchange("/api/delegations")
        Listing<Delegation> delegations(@RequestParam String q, @RequestParam int limit);

        @GetExchange("/api/delegations/partners")
        Listing<Partner> partners(@RequestParam String q, @RequestParam int limit);

        @GetExchange("/api/delegations/people")
        Listing<Person> people(@RequestParam String q, @RequestParam int limit);
    }

    record Event(UUID id, Text name, String edition) {}

    record Delegation(UUID id, Text partnerName, @Nullable Text eventName, String state) {}

    record Partner(UUID id, Text name, String kind) {}

    record Person(
            UUID id,
            @Nullable UUID partnerId,
            String passportName,
            @Nullable String displayName,
            @Nullable String function) {

        String name() {
            return displayName == null ? passportName : displayName;
        }
    }
}
