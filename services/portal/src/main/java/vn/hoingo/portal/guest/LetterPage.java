package vn.hoingo.portal.guest;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoingo.portal.event.Editions;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Reader;
import vn.hoingo.portal.page.Words;

/** The outbox: what went out to whom, what is held, and each letter as its reader sees it. */
@Controller
@RequestMapping("/letters")
@PreAuthorize(
        "hasAnyRole('organiser', 'protocol-officer', 'delegation-officer', 'dispatcher', 'operations-watcher', 'auditor')")
class LetterPage {

    private static final int PER_PAGE = 50;
    private static final List<String> STATES = List.of("held", "bounced", "queued", "sending", "sent", "suppressed");

    private final InvitationsClient invitations;
    private final NamesOfGuests people;
    private final Editions editions;
    private final Words words;

    LetterPage(InvitationsClient invitations, NamesOfGuests people, Editions editions, Words words) {
        this.invitations = invitations;
        this.people = people;
        this.editions = editions;
        this.words = words;
    }

    @GetMapping
    String outbox(
            @RequestParam @Nullable UUID event,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String after,
            Model page) {
        var letters = invitations.letters(event, filled(state), null, filled(q), after, PER_PAGE);
        Map<String, String> states = new LinkedHashMap<>();
        STATES.forEach(one -> states.put(one, words.say("letter-state." + one)));
        page.addAttribute("letters", letters);
        page.addAttribute(
                "people",
                people.of(letters.items().stream()
                        .flatMap(letter -> Stream.ofNullable(letter.personId()))
                        .toList()));
        page.addAttribute(
                "partners",
                people.ofPartners(letters.items().stream()
                        .filter(letter -> letter.personId() == null)
                        .flatMap(letter -> Stream.ofNullable(letter.partnerId()))
                        .toList()));
        page.addAttribute("editions", editions.all());
        page.addAttribute("event", event);
        page.addAttribute("state", state);
        page.addAttribute("states", states);
        page.addAttribute("q", q);
        return "guest/letters";
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Form form, Reader reader, Model page) {
        page.addAttribute("letter", invitations.letter(id));
        page.addAttribute("mayAct", reader.is("organiser", "protocol-officer"));
        return "guest/letter";
    }

    /** The letter itself, in a frame of its own that may do nothing. */
    @GetMapping("/{id}/as-read")
    ResponseEntity<String> asRead(@PathVariable UUID id) {
        String html = invitations.letter(id).html();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
                .body(html == null ? "" : html);
    }

    @PostMapping("/{id}/{act:release|suppression}")
    @PreAuthorize("hasAnyRole('organiser', 'protocol-officer')")
    String act(@PathVariable UUID id, @PathVariable String act, Form form, Reader reader, Model page) {
        return form.doing(
                () -> {
                    invitations.actOnLetter(id, act, Map.of());
                    return "redirect:/letters/" + id + "?done=letter-" + act;
                },
                () -> one(id, form, reader, page));
    }
}
