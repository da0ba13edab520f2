package vn.hoingo.portal.arrival;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Reader;

/** Cars and interpreters: who there is, who is out of service, and one more. */
@Controller
@RequestMapping("/arrivals/fleet")
@PreAuthorize(
        "hasAnyRole('organiser', 'dispatcher', 'delegation-officer', 'protocol-officer', 'operations-watcher', 'auditor')")
class FleetPage {

    private static final int MOST = 200;

    private final LogisticsClient logistics;

    FleetPage(LogisticsClient logistics) {
        this.logistics = logistics;
    }

    @GetMapping
    String fleet(Form form, Reader reader, Model page) {
        form.knowing("kind", "vehicle");
        page.addAttribute("fleet", logistics.diaries(null, MOST).items());
        page.addAttribute("mayAct", reader.is("organiser", "dispatcher"));
        return "arrival/fleet";
    }

    @PostMapping
    String add(Form form, Reader reader, Model page) {
        List<String> languages = form.has("languages")
                ? List.of(
                        form.value("languages").strip().toLowerCase(Locale.ROOT).split("[,;\\s]+"))
                : List.of();
        LogisticsClient.NewResource resource = new LogisticsClient.NewResource(
                form.text("kind"),
                form.text("label"),
                form.number("seats"),
                languages.isEmpty() ? null : languages,
                form.text("airport"));
        return form.doing(
                () -> {
                    logistics.add(resource);
                    return "redirect:/arrivals/fleet?done=resource-added";
                },
                () -> fleet(form, reader, page));
    }

    @PostMapping("/{id}/{act:out-of-service|return}")
    String service(@PathVariable UUID id, @PathVariable String act, Form form, Reader reader, Model page) {
        return form.doing(
                () -> {
                    logistics.actOnResource(id, act, Map.of());
                    return "redirect:/arrivals/fleet?done=resource-" + act;
                },
                () -> fleet(form, reader, page));
    }
}
