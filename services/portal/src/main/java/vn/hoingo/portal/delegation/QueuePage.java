package vn.hoingo.portal.delegation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.registry.ImportHttpServices;
import vn.hoingo.portal.event.Edition;
import vn.hoingo.portal.event.Editions;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.relay.Listing;
import vn.hoingo.portal.relay.Together;
import vn.hoingo.portal.relay.Unavailable;

/** The review queue: who waits on the left, the chosen delegation on the right. */
@Controller
@ImportHttpServices(group = "delegations", types = DelegationsClient.class)
class QueuePage {

    private static final int PER_PAGE = 50;
    private static final Map<String, List<String>> SHELVES = Map.of(
            "waiting", List.of("submitted", "under-review"),
            "asked", List.of("changes-requested", "draft"),
            "approved", List.of("approved"),
            "ended", List.of("rejected", "withdrawn", "revoked"));

    private final DelegationsClient delegations;
    private final Editions editions;

    QueuePage(DelegationsClient delegations, Editions editions) {
        this.delegations = delegations;
        this.editions = editions;
    }

    @GetMapping("/delegations")
    @PreAuthorize(
            "hasAnyRole('organiser', 'delegation-officer', 'protocol-officer', 'dispatcher', 'operations-watcher', 'auditor')")
    String queue(
            @RequestParam @Nullable UUID event,
            @RequestParam(defaultValue = "waiting") String shelf,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable UUID open,
            Form form,
            Model page) {
        String words = q == null || q.isBlank() ? null : q.strip();
        var all = Together.ask(editions::all);
        Listing<Delegation.Line> lines =
                delegations.list(event, null, words == null ? SHELVES.get(shelf) : null, words, after, PER_PAGE);
        page.addAttribute("lines", lines);
        page.addAttribute("shelf", shelf);
        page.addAttribute("shelves", List.of("waiting", "asked", "approved", "ended", "all"));
        page.addAttribute("q", q);
        page.addAttribute("event", event);
        page.addAttribute("editions", choice(all));
        UUID chosen = open != null
                ? open
                : lines.items().isEmpty() ? null : lines.items().getFirst().id();
        if (chosen != null) {
            page.addAttribute("open", chosen);
            DelegationPage.show(delegations.one(chosen), delegations, page);
        }
        return "delegation/queue";
    }

    private static List<Edition> choice(Together.Asked<List<Edition>> asked) {
        try {
            return asked.get();
        } catch (Unavailable away) {
            return List.of();
        }
    }
}
