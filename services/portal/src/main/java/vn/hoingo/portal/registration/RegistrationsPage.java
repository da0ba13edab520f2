package vn.hoingo.portal.registration;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoingo.portal.delegation.Delegation;
import vn.hoingo.portal.delegation.DelegationsClient;
import vn.hoingo.portal.event.Edition;
import vn.hoingo.portal.event.Editions;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Reader;
import vn.hoingo.portal.relay.Together;

/** A partner's first page: its delegations, and the events that are open to register for. */
@Controller
class RegistrationsPage {

    private static final int MOST = 100;

    private final DelegationsClient delegations;
    private final Editions editions;

    RegistrationsPage(DelegationsClient delegations, Editions editions) {
        this.delegations = delegations;
        this.editions = editions;
    }

    @GetMapping("/register")
    String mine(@RequestParam @Nullable UUID event, Form form, Reader reader, Model page) {
        return show(event, form, reader, page);
    }

    private String show(@Nullable UUID event, Form form, Reader reader, Model page) {
        var asked = Together.ask(editions::all);
        List<Delegation.Line> lines =
                delegations.list(null, reader.partner(), null, null, null, MOST).items();
        Set<UUID> begun = lines.stream()
                .filter(line -> !List.of("withdrawn", "rejected", "revoked").contains(line.state()))
                .map(Delegation.Line::eventId)
                .collect(Collectors.toSet());
        List<Edition> all = asked.get();
        page.addAttribute("lines", lines);
        page.addAttribute("asked", event);
        page.addAttribute(
                "open",
                all.stream()
                        .filter(edition -> edition.registrationIsOpen() && !begun.contains(edition.id()))
                        .toList());
        return "registration/registrations";
    }

    @PostMapping("/register")
    String begin(Form form, Reader reader, Model page) {
        UUID event = form.id("event");
        return form.doing(
                () -> "redirect:/register/"
                        + delegations
                                .draft(new DelegationsClient.Draft(
                                        Objects.requireNonNull(event), reader.partner(), form.text("label")))
                                .id(),
                () -> show(event, form, reader, page));
    }
}
