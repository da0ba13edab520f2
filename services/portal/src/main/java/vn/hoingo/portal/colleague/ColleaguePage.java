package vn.hoingo.portal.colleague;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.service.registry.ImportHttpServices;
import vn.hoingo.portal.colleague.ColleaguesClient.Colleague;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Reader;
import vn.hoingo.portal.page.Words;

/** Who works here with which roles. A new colleague gets in by a one-time link in an e-mail, as a partner does. */
@Controller
@RequestMapping("/colleagues")
@PreAuthorize("hasAnyRole('organiser', 'auditor')")
@ImportHttpServices(group = "identity", types = ColleaguesClient.class)
class ColleaguePage {

    private static final List<String> ROLES = List.of(
            "organiser",
            "delegation-officer",
            "protocol-officer",
            "dispatcher",
            "operations-watcher",
            "check-in",
            "auditor");

    private final ColleaguesClient colleagues;
    private final Words words;

    ColleaguePage(ColleaguesClient colleagues, Words words) {
        this.colleagues = colleagues;
        this.words = words;
    }

    @GetMapping
    String all(Form form, Reader reader, Model page) {
        form.knowing("locale", "vi");
        return list(reader, page);
    }

    private String list(Reader reader, Model page) {
        page.addAttribute("colleagues", colleagues.all().items());
        page.addAttribute("roles", words.choices("role", ROLES));
        page.addAttribute("languages", Map.of("vi", words.of("language", "vi"), "en", words.of("language", "en")));
        page.addAttribute("mayAct", reader.is("organiser"));
        return "colleague/colleagues";
    }

    @PostMapping
    @PreAuthorize("hasRole('organiser')")
    String invite(Form form, Reader reader, Model page) {
        return form.doing(
                () -> {
                    colleagues.invite(new ColleaguesClient.Invited(
                            form.text("email"),
                            form.text("name"),
                            form.values("roles"),
                            form.textOr("locale", "vi"),
                            "/desk"));
                    return "redirect:/colleagues?done=colleague-invited";
                },
                () -> list(reader, page));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasRole('organiser')")
    String one(@PathVariable UUID id, Form form, Model page) {
        Colleague colleague = find(id);
        form.knowing("roles", colleague.roles()).knowing("closed", colleague.closed());
        return edit(colleague, page);
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasRole('organiser')")
    String change(@PathVariable UUID id, Form form, Model page) {
        return form.doing(
                () -> {
                    colleagues.change(id, new ColleaguesClient.Rights(form.values("roles"), form.yes("closed")));
                    return "redirect:/colleagues?done=colleague-changed";
                },
                () -> edit(find(id), page));
    }

    private Colleague find(UUID id) {
        return colleagues.all().items().stream()
                .filter(colleague -> colleague.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String edit(Colleague colleague, Model page) {
        page.addAttribute("colleague", colleague);
        page.addAttribute("roles", words.choices("role", ROLES));
        return "colleague/colleague";
    }
}
