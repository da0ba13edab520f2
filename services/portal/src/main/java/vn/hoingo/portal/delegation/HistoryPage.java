package vn.hoingo.portal.delegation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;
import vn.hoingo.portal.page.Reader;
import vn.hoingo.portal.relay.Listing;
import vn.hoingo.portal.relay.Text;

/** Everything that happened around one delegation, in every service, the latest first. */
@Controller
@ImportHttpServices(group = "operations", types = HistoryPage.Timeline.class)
class HistoryPage {

    private static final int PER_PAGE = 50;

    private final DelegationsClient delegations;
    private final Timeline timeline;

    HistoryPage(DelegationsClient delegations, Timeline timeline) {
        this.delegations = delegations;
        this.timeline = timeline;
    }

    @GetMapping("/delegations/{id}/history")
    String history(@PathVariable UUID id, @RequestParam @Nullable String after, Reader reader, Model page) {
        page.addAttribute("delegation", delegations.one(id));
        page.addAttribute("facts", timeline.of(id, "-time", after, PER_PAGE));
        page.addAttribute("mayWatch", reader.is("organiser", "operations-watcher", "auditor"));
        return "delegation/history";
    }

    interface Timeline {

        @GetExchange("/api/operations/delegations/{id}/timeline")
        Listing<Fact> of(
                @PathVariable UUID id,
                @RequestParam String sort,
                @RequestParam(required = false) @Nullable String after,
                @RequestParam int limit);
    }

    record Fact(UUID id, String type, Instant time, Text sentence, String pill) {

        public String service() {
            return type.substring(0, type.indexOf('.'));
        }

        public String tone() {
            return switch (pill) {
                case "done" -> "ok";
                case "changed" -> "wait";
                case "at risk" -> "risk";
                case "by itself" -> "jade";
                default -> "quiet";
            };
        }
    }
}
