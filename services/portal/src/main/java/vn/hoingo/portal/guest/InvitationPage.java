package vn.hoingo.portal.guest;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoingo.portal.event.Edition;
import vn.hoingo.portal.event.Edition.Activity;
import vn.hoingo.portal.event.Editions;
import vn.hoingo.portal.guest.InvitationsClient.GuestLink;
import vn.hoingo.portal.guest.InvitationsClient.Invitation;
import vn.hoingo.portal.guest.PeopleClient.Person;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Reader;
import vn.hoingo.portal.page.Times;
import vn.hoingo.portal.page.Words;
import vn.hoingo.portal.relay.Answer;

/** Asks a person to an activity, and shows one invitation with all its answers; an answer by telephone is written down here. */
@Controller
@PreAuthorize(
        "hasAnyRole('organiser', 'protocol-officer', 'delegation-officer', 'dispatcher', 'operations-watcher', 'auditor')")
class InvitationPage {

    private static final int SOME = 20;
    private static final List<String> CATEGORIES =
            List.of("consular-corps", "delegate", "official", "business", "press", "guest");
    private static final List<String> ON_BEHALF = List.of("acceptance", "decline", "tentative");
    private static final List<String> STAFF_ACTS =
            List.of("sending", "substitute-acceptance", "substitute-refusal", "revocation", "link-revocation");

    private final InvitationsClient invitations;
    private final PeopleClient people;
    private final NamesOfGuests names;
    private final Editions editions;
    private final Words words;

    InvitationPage(
            InvitationsClient invitations, PeopleClient people, NamesOfGuests names, Editions editions, Words words) {
        this.invitations = invitations;
        this.people = people;
        this.names = names;
        this.editions = editions;
        this.words = words;
    }

    @GetMapping("/guests/invite")
    @PreAuthorize("hasAnyRole('organiser', 'protocol-officer')")
    String ask(@RequestParam @Nullable UUID event, Form form, Model page) {
        List<Edition> coming = editions.coming();
        Edition edition = editions.meant(coming, event);
        page.addAttribute("editions", coming);
        page.addAttribute("edition", edition);
        page.addAttribute("activities", edition == null ? List.of() : activities(edition));
        page.addAttribute(
                "found",
                form.has("who") ? people.find(form.value("who").strip(), SOME).items() : null);
        page.addAttribute("categories", worded("category", CATEGORIES));
        page.addAttribute("ranks", ranks());
        form.knowing("seats", 1).knowing("priority", 5);
        return "guest/invite";
    }

    private List<Activity> activities(Edition edition) {
        return editions.programme(edition.id()).stream()
                .filter(activity -> !activity.isDropped())
                .toList();
    }

    private Map<String, String> ranks() {
        Map<String, String> ranks = new LinkedHashMap<>();
        IntStream.rangeClosed(1, 10)
                .mapToObj(Integer::toString)
                .forEach(rank -> ranks.put(rank, Words.upperFirst(words.of("rank", rank))));
        return ranks;
    }

    private Map<String, String> worded(String kind, List<String> codes) {
        Map<String, String> choices = new LinkedHashMap<>();
        codes.forEach(code -> choices.put(code, words.say(kind + "." + code)));
        return choices;
    }

    /** Somebody new becomes a person first, under a key of the same form; sent twice, it is still one person and one invitation. */
    @PostMapping("/guests/invite")
    @PreAuthorize("hasAnyRole('organiser', 'protocol-officer')")
    String invite(@RequestParam @Nullable UUID event, Form form, Model page) {
        boolean fresh = form.value("personId").equals("new");
        boolean known = form.has("personId") && !fresh;
        UUID personId = known ? form.id("personId") : null;
        UUID activity = form.id("activityId");
        if (activity == null && !form.isWrong("activityId")) {
            form.wrong("activityId", words.say("wrong.choice"));
        }
        Integer seats = form.number("seats");
        Integer priority = form.number("priority");
        Integer rank = form.number("rank");
        LocalDateTime answerBy = form.moment("answerBy");
        return form.doing(
                () -> {
                    if (!known && !(fresh && form.yes("asked"))) {
                        List<PeopleClient.Alike> alike =
                                people.alike(described(form)).items();
                        if (!alike.isEmpty()) {
                            page.addAttribute("alike", alike);
                            return ask(event, form, page);
                        }
                    }
                    Map<String, @Nullable Object> body = new LinkedHashMap<>();
                    body.put(
                            "personId",
                            known ? personId : people.add(person(form, rank)).id());
                    body.put("activityId", activity);
                    body.put("category", form.textOr("category", "guest"));
                    put(body, "seats", seats);
                    put(body, "priority", priority);
                    put(
                            body,
                            "answerBy",
                            answerBy == null
                                    ? null
                                    : answerBy.atZone(ZoneId.of(zone(event))).toInstant());
                    Invitation sent = invitations.invite(body);
                    return "redirect:/invitations/" + sent.id() + "?done=invited";
                },
                () -> ask(event, form, page));
    }

    private String zone(@Nullable UUID event) {
        Edition edition = editions.meant(editions.all(), event);
        return edition == null ? Times.CITY : edition.window().zone();
    }

    private static Map<String, @Nullable Object> described(Form form) {
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        described.put("passportName", form.textOr("passportName", ""));
        put(described, "nationality", form.text("nationality"));
        return described;
    }

    private static Map<String, @Nullable Object> person(Form form, @Nullable Integer rank) {
        Map<String, @Nullable Object> person = new LinkedHashMap<>();
        person.put("passportName", form.textOr("passportName", ""));
        person.put("category", form.textOr("category", "guest"));
        person.put("rank", rank == null ? 10 : rank);
        for (String field : List.of("formOfAddress", "function", "email", "nationality")) {
            put(person, field, form.text(field));
        }
        return person;
    }

    private static void put(Map<String, @Nullable Object> body, String field, @Nullable Object value) {
        if (value != null) {
            body.put(field, value);
        }
    }

    @GetMapping("/invitations/{id}")
    String one(@PathVariable UUID id, Form form, Reader reader, Model page) {
        Invitation invitation = invitations.one(id);
        List<UUID> ids = Stream.of(invitation.personId(), invitation.substituteId())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        Map<UUID, Person> named = names.of(ids);
        page.addAttribute("invitation", invitation);
        page.addAttribute("person", named.get(invitation.personId()));
        page.addAttribute(
                "substitute", invitation.substituteId() == null ? null : named.get(invitation.substituteId()));
        page.addAttribute("channels", worded("channel", List.of("phone", "paper", "e-mail", "in-person")));
        page.addAttribute("mayAct", reader.is("organiser", "protocol-officer"));
        return "guest/invitation";
    }

    @PostMapping("/invitations/{id}/{act}")
    @PreAuthorize("hasAnyRole('organiser', 'protocol-officer')")
    String act(@PathVariable UUID id, @PathVariable String act, Form form, Reader reader, Model page) {
        boolean onBehalf = ON_BEHALF.contains(act);
        if (!onBehalf && !STAFF_ACTS.contains(act)) {
            throw Answer.absent("act");
        }
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        if (onBehalf) {
            body.put("channel", form.textOr("channel", "phone"));
            put(body, "note", form.text("note"));
        }
        return form.doing(
                () -> {
                    invitations.act(id, act, body);
                    return "redirect:/invitations/" + id + "?done=invitation-" + act;
                },
                () -> one(id, form, reader, page));
    }

    /** The guest's own link, to hand over by other means; looked up only when it is asked for. */
    @PostMapping("/invitations/{id}/link")
    @PreAuthorize("hasAnyRole('organiser', 'protocol-officer')")
    String link(@PathVariable UUID id, Form form, Reader reader, Model page) {
        return form.doing(
                () -> {
                    GuestLink link = invitations.link(id);
                    page.addAttribute("link", link);
                    return one(id, form, reader, page);
                },
                () -> one(id, form, reader, page));
    }
}
