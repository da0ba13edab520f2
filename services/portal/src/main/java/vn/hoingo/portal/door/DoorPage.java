package vn.hoingo.portal.door;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.registry.ImportHttpServices;
import vn.hoingo.portal.accreditation.AccreditationsClient;
import vn.hoingo.portal.accreditation.AccreditationsClient.Accreditation;
import vn.hoingo.portal.delegation.DelegationsClient;
import vn.hoingo.portal.door.DoorsClient.Point;
import vn.hoingo.portal.event.Edition;
import vn.hoingo.portal.event.Editions;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Reader;
import vn.hoingo.portal.page.Times;
import vn.hoingo.portal.page.Words;
import vn.hoingo.portal.relay.Text;

/** Who stands at a door chooses it once; then each scan, or each number that is typed, is answered in large words. */
@Controller
@RequestMapping("/door")
@PreAuthorize("hasAnyRole('check-in', 'organiser', 'protocol-officer')")
@ImportHttpServices(group = "delegations", types = DoorsClient.class)
class DoorPage {

    private static final int MOST = 200;

    private final DoorsClient doors;
    private final DelegationsClient delegations;
    private final AccreditationsClient accreditations;
    private final Editions editions;
    private final Words words;
    private final Times times;

    DoorPage(
            DoorsClient doors,
            DelegationsClient delegations,
            AccreditationsClient accreditations,
            Editions editions,
            Words words,
            Times times) {
        this.doors = doors;
        this.delegations = delegations;
        this.accreditations = accreditations;
        this.editions = editions;
        this.words = words;
        this.times = times;
    }

    @GetMapping
    String choose(@RequestParam @Nullable UUID event, Form form, Reader reader, Model page) {
        return choosing(event, form, reader, page);
    }

    private String choosing(@Nullable UUID event, Form form, Reader reader, Model page) {
        List<Edition> all = editions.all();
        Edition edition = editions.meant(all, event);
        page.addAttribute(
                "editions",
                all.stream()
                        .filter(each -> !each.isOver(times.today()) || each.equals(edition))
                        .toList());
        page.addAttribute("edition", edition);
        page.addAttribute(
                "points", edition == null ? List.of() : doors.of(edition.id()).items());
        page.addAttribute("zones", words.choices("zone", AccreditationsClient.ZONES));
        page.addAttribute("mayOpen", reader.is("organiser", "protocol-officer"));
        return "door/choose";
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('organiser', 'protocol-officer')")
    String open(@RequestParam UUID event, Form form, Reader reader, Model page) {
        return form.doing(
                () -> {
                    doors.open(new DoorsClient.PointInput(
                            event, new Text(form.text("name.vi"), form.text("name.en")), form.text("zone")));
                    return "redirect:/door?event=" + event + "&done=door-opened";
                },
                () -> choosing(event, form, reader, page));
    }

    @GetMapping("/{point}")
    String door(@PathVariable UUID point, Form form, Model page) {
        return at(point, form, page);
    }

    private String at(UUID id, Form form, Model page) {
        Point point = doors.one(id);
        form.knowing("direction", "in");
        page.addAttribute("point", point);
        page.addAttribute("clockZone", editions.one(point.eventId()).window().zone());
        return "door/door";
    }

    /** The answer stands on the page of the next question; a repeat of the same post is the same answer. */
    @PostMapping("/{point}")
    String decide(@PathVariable UUID point, Form form, Model page) {
        return form.doing(
                () -> {
                    page.addAttribute(
                            "decision",
                            doors.decide(point, new DoorsClient.Shown(form.text("badge"), direction(form))));
                    page.addAttribute("asked", form.text("badge"));
                    Form next = Form.empty().knowing("direction", direction(form));
                    page.addAttribute("form", next);
                    return at(point, next, page);
                },
                () -> at(point, form, page));
    }

    @GetMapping("/{point}/delegations")
    String delegations(@PathVariable UUID point, @RequestParam @Nullable String q, Model page) {
        Point door = doors.one(point);
        String words = q == null || q.isBlank() ? null : q.strip();
        page.addAttribute("point", door);
        page.addAttribute("q", words);
        page.addAttribute("lines", delegations.list(door.eventId(), null, List.of("approved"), words, null, MOST));
        return "door/delegations";
    }

    @GetMapping("/{point}/delegations/{delegation}")
    String together(@PathVariable UUID point, @PathVariable UUID delegation, Form form, Model page) {
        return list(point, delegation, form, page);
    }

    private String list(UUID id, UUID delegation, Form form, Model page) {
        Point point = doors.one(id);
        List<Accreditation> badges = accreditations.of(delegation, MOST).items();
        page.addAttribute("point", point);
        page.addAttribute("delegation", delegations.one(delegation));
        page.addAttribute("badges", badges);
        page.addAttribute("clockZone", editions.one(point.eventId()).window().zone());
        return "door/together";
    }

    @PostMapping("/{point}/delegations/{delegation}")
    String decideTogether(@PathVariable UUID point, @PathVariable UUID delegation, Form form, Model page) {
        return form.doing(
                () -> {
                    page.addAttribute(
                            "decisions",
                            doors.decideTogether(
                                            point,
                                            new DoorsClient.Together(
                                                    delegation, form.values("memberIds"), direction(form)))
                                    .items());
                    Form next = Form.empty();
                    page.addAttribute("form", next);
                    return list(point, delegation, next, page);
                },
                () -> list(point, delegation, form, page));
    }

    private static String direction(Form form) {
        return form.value("direction").equals("out") ? "out" : "in";
    }
}
