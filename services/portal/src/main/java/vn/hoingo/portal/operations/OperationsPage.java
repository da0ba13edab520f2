package vn.hoingo.portal.operations;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.registry.ImportHttpServices;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.portal.event.Edition;
import vn.hoingo.portal.event.Editions;
import vn.hoingo.portal.operations.OperationsClient.Fact;
import vn.hoingo.portal.operations.OperationsClient.Flows;
import vn.hoingo.portal.relay.Together;
import vn.hoingo.portal.relay.Unavailable;

/** The stream of everything in sentences, how well each service keeps up, and what one change caused. */
@Controller
@RequestMapping("/operations")
@PreAuthorize("hasAnyRole('operations-watcher', 'organiser', 'auditor')")
@ImportHttpServices(group = "operations", types = OperationsClient.class)
class OperationsPage {

    private static final int PER_PAGE = 40;

    private final OperationsClient operations;
    private final Actors actors;
    private final Editions editions;
    private final JsonMapper json;

    OperationsPage(OperationsClient operations, Actors actors, Editions editions, JsonMapper json) {
        this.operations = operations;
        this.actors = actors;
        this.editions = editions;
        this.json = json;
    }

    @GetMapping
    String stream(
            @RequestParam @Nullable UUID event,
            @RequestParam @Nullable UUID delegation,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable UUID fact,
            @RequestParam @Nullable String whole,
            Model page) {
        String words = q == null || q.isBlank() ? null : q.strip();
        // The position first: what happens between the two questions comes twice and is dropped by its id, never lost.
        String position = operations.position().after();
        var all = Together.ask(editions::all);
        var facts = operations.facts(event, delegation, words, after, PER_PAGE);
        page.addAttribute("facts", facts);
        page.addAttribute("position", position);
        page.addAttribute("editions", choice(all));
        page.addAttribute("event", event);
        page.addAttribute("delegation", delegation);
        page.addAttribute("q", q);
        page.addAttribute("after", after);
        page.addAttribute("whole", whole != null);
        UUID chosen = fact != null
                ? fact
                : facts.items().isEmpty() ? null : facts.items().getFirst().id();
        page.addAttribute("chosen", chosen);
        if (fact != null) {
            caused(fact, page);
        }
        if (whole != null) {
            flows(page);
        }
        return "operations/operations";
    }

    private static List<Edition> choice(Together.Asked<List<Edition>> asked) {
        try {
            return asked.get();
        } catch (Unavailable away) {
            return List.of();
        }
    }

    @GetMapping("/flows")
    String flows(Model page) {
        Flows flows = operations.flows();
        page.addAttribute("flows", flows.services());
        return "operations/operations :: flows";
    }

    @GetMapping("/facts/{id}")
    String caused(@PathVariable UUID id, Model page) {
        var consequences = Together.ask(() -> operations.consequences(id));
        var causes = Together.ask(() -> operations.causes(id));
        Fact fact = operations.fact(id);
        page.addAttribute("fact", fact);
        page.addAttribute("tree", consequences.get());
        page.addAttribute(
                "causes",
                causes.get().items().stream()
                        .filter(cause -> !cause.id().equals(id))
                        .toList());
        page.addAttribute("actor", actors.names(Stream.ofNullable(fact.actor())).get(fact.actor()));
        page.addAttribute(
                "payload",
                fact.payload() == null
                        ? null
                        : json.writerWithDefaultPrettyPrinter().writeValueAsString(fact.payload()));
        return "operations/operations :: caused";
    }
}
