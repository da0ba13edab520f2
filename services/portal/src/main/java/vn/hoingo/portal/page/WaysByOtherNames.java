package vn.hoingo.portal.page;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Services name their things by their own words in letters and tasks; those ways lead to the page that shows them. */
@Controller
class WaysByOtherNames {

    @GetMapping("/registrations/{id}")
    String registration(@PathVariable UUID id) {
        return "redirect:/register/" + id;
    }

    @GetMapping("/logistics/arrivals/{id}")
    String arrival(@PathVariable UUID id) {
        return "redirect:/arrivals/" + id;
    }

    @GetMapping("/logistics")
    String logistics() {
        return "redirect:/arrivals";
    }

    @GetMapping("/events/{event}/invitations")
    String invitations(@PathVariable UUID event, @RequestParam @Nullable UUID activity) {
        return "redirect:/guests?event=" + event + (activity == null ? "" : "&activity=" + activity);
    }
}
