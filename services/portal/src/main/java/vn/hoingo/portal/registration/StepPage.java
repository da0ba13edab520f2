package vn.hoingo.portal.registration;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.hoingo.portal.delegation.Delegation;
import vn.hoingo.portal.delegation.Delegation.Flight;
import vn.hoingo.portal.delegation.Delegation.Member;
import vn.hoingo.portal.delegation.Delegation.Party;
import vn.hoingo.portal.delegation.DelegationsClient;
import vn.hoingo.portal.delegation.MemberForm;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Times;
import vn.hoingo.portal.page.Words;
import vn.hoingo.portal.relay.Answer;
import vn.hoingo.portal.relay.Upload;

/**
 * The five steps of a registration. Each saves only its own part, on the version it was filled on; whatever goes wrong, the page comes back
 * with what was typed, and next to it what somebody else saved meanwhile.
 */
@Controller
@RequestMapping("/register/{id}")
class StepPage {

    private static final List<String> NEEDS = List.of(
            "wheelchair",
            "step-free-access",
            "ground-floor-room",
            "hearing-support",
            "sight-support",
            "sign-language",
            "medical-attention",
            "prayer-room",
            "vegetarian-meal",
            "vegan-meal",
            "halal-meal",
            "kosher-meal",
            "no-pork",
            "no-beef",
            "gluten-free-meal",
            "food-allergy");
    private static final List<String> LANGUAGES = List.of(
            "vi", "en", "fr", "ko", "ja", "zh", "ru", "de", "es", "it", "nl", "th", "lo", "km", "id", "pt", "hu", "be");

    /** Airport and zone of the arrival stand in the form before anybody types. */
    private static final List<String> TRAVEL_TYPED = List.of(
            "memberIds",
            "flight.number",
            "flight.origin",
            "flight.departs",
            "flight.departsZone",
            "flight.arrives",
            "flight.terminal",
            "luggage");

    private final DelegationsClient delegations;
    private final MemberForm memberForm;
    private final Words words;

    StepPage(DelegationsClient delegations, MemberForm memberForm, Words words) {
        this.delegations = delegations;
        this.memberForm = memberForm;
        this.words = words;
    }

    /** Where it was left: the first step that has a gap. */
    @GetMapping
    String takeUp(@PathVariable UUID id) {
        Delegation delegation = delegations.one(id);
        return "redirect:/register/" + id + "/" + Step.leftAt(delegation).path();
    }

    // 1 Your delegation

    @GetMapping("/delegation")
    String delegation(@PathVariable UUID id, Form form, Model page) {
        return delegation(delegations.one(id), form, page);
    }

    private String delegation(Delegation delegation, Form form, Model page) {
        Delegation.Contact contact = delegation.contact();
        form.knowing("languages", delegation.languages());
        if (contact != null) {
            form.knowing("contact.name", contact.name())
                    .knowing("contact.email", contact.email())
                    .knowing("contact.phone", contact.phone());
        }
        page.addAttribute("languages", words.choices("language", LANGUAGES));
        return step(delegation, Step.DELEGATION, form, page);
    }

    @PostMapping("/delegation")
    String saveDelegation(@PathVariable UUID id, Form form, Model page) {
        Map<String, @Nullable Object> contact = new LinkedHashMap<>();
        for (String field : List.of("name", "email", "phone")) {
            contact.put(field, form.text("contact." + field));
        }
        if (!form.yes("stay")) {
            contact.put("name", form.value("contact.name")); // whoever goes on is told when it is empty
        }
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("contact", contact);
        parts.put("languages", form.values("languages"));
        return form.doing(
                () -> saved(id, parts, form, Step.DELEGATION), () -> delegation(fresh(id, form, page), form, page));
    }

    // 2 Members

    @GetMapping("/members")
    String members(@PathVariable UUID id, Form form, Model page) {
        return members(delegations.one(id), null, form, page);
    }

    @GetMapping("/members/{member}")
    String member(@PathVariable UUID id, @PathVariable UUID member, Form form, Model page) {
        Delegation delegation = delegations.one(id);
        return members(delegation, delegation.member(member), form, page);
    }

    private String members(Delegation delegation, @Nullable Member edited, Form form, Model page) {
        if (edited != null) {
            MemberForm.know(edited, form);
            page.addAttribute("edited", edited);
        } else {
            form.knowing("kind", delegation.head().isEmpty() ? "head" : "delegate");
        }
        memberForm.choices(page, delegation);
        return step(delegation, Step.MEMBERS, form, page);
    }

    @PostMapping("/members")
    String addMember(@PathVariable UUID id, Form form, Model page) {
        if (form.yes("go") && MemberForm.isUntouched(form)) {
            return "redirect:/register/" + id + "/" + Step.TRAVEL.path();
        }
        Delegation delegation = delegations.one(id);
        Map<String, @Nullable Object> typed = MemberForm.typed(form);
        typed.put("memberId", MemberForm.idOf(form));
        List<Map<String, @Nullable Object>> all = inputs(delegation);
        all.add(typed);
        return form.under("members." + (all.size() - 1))
                .doing(
                        () -> {
                            save(delegation, form, Map.of("members", all));
                            return form.yes("go")
                                    ? "redirect:/register/" + id + "/" + Step.TRAVEL.path()
                                    : "redirect:/register/" + id + "/members?done=member-added";
                        },
                        () -> members(fresh(id, form, page), null, form, page));
    }

    @PostMapping("/members/{member}")
    String changeMember(@PathVariable UUID id, @PathVariable UUID member, Form form, Model page) {
        Delegation delegation = delegations.one(id);
        Map<String, @Nullable Object> typed = MemberForm.typed(form);
        List<Map<String, @Nullable Object>> all = inputs(delegation);
        int place = place(delegation, member);
        Member before = delegation.members().get(place);
        typed.put("memberId", member);
        typed.put("languages", before.languages());
        typed.put("needs", before.needs());
        all.set(place, typed);
        return form.under("members." + place)
                .doing(
                        () -> {
                            save(delegation, form, Map.of("members", all));
                            return "redirect:/register/" + id + "/members?done=member-saved";
                        },
                        () -> {
                            Delegation now = fresh(id, form, page);
                            return members(now, now.member(member), form, page);
                        });
    }

    @PostMapping("/members/{member}/removal")
    String removeMember(@PathVariable UUID id, @PathVariable UUID member, Form form, Model page) {
        Delegation delegation = delegations.one(id);
        List<Map<String, @Nullable Object>> others = delegation.members().stream()
                .filter(one -> !one.memberId().equals(member) && !member.equals(one.companionOf()))
                .map(MemberForm::asKnown)
                .toList();
        List<Object> parties = delegation.parties().stream()
                .map(party -> input(
                        party,
                        party.memberIds().stream()
                                .filter(one -> others.stream().anyMatch(other -> one.equals(other.get("memberId"))))
                                .toList()))
                .filter(party -> !((List<?>) Objects.requireNonNull(party.get("memberIds"))).isEmpty())
                .map(Object.class::cast)
                .toList();
        return form.doing(
                () -> {
                    save(delegation, form, Map.of("members", others, "parties", parties));
                    return "redirect:/register/" + id + "/members?done=member-removed";
                },
                () -> members(fresh(id, form, page), null, form, page));
    }

    private static List<Map<String, @Nullable Object>> inputs(Delegation delegation) {
        return new ArrayList<>(
                delegation.members().stream().map(MemberForm::asKnown).toList());
    }

    private static int place(Delegation delegation, UUID member) {
        for (int i = 0; i < delegation.members().size(); i++) {
            if (delegation.members().get(i).memberId().equals(member)) {
                return i;
            }
        }
        throw Answer.absent("member");
    }

    // 3 Travel

    @GetMapping("/travel")
    String travel(@PathVariable UUID id, Form form, Model page) {
        return travel(delegations.one(id), null, form, page);
    }

    @GetMapping("/travel/{party}")
    String party(@PathVariable UUID id, @PathVariable UUID party, Form form, Model page) {
        Delegation delegation = delegations.one(id);
        return travel(delegation, party, form, page);
    }

    private String travel(Delegation delegation, @Nullable UUID edited, Form form, Model page) {
        delegation.parties().stream()
                .filter(party -> party.partyId().equals(edited))
                .findFirst()
                .ifPresent(party -> {
                    know(party, form);
                    page.addAttribute("edited", party);
                });
        form.knowing("flight.airport", "SGN");
        form.knowing("flight.arrivesZone", zoneOf(delegation));
        Map<String, String> everybody = new LinkedHashMap<>();
        delegation.inOrder().stream()
                .filter(member -> {
                    Party own = delegation.partyOf(member);
                    return own == null || own.partyId().equals(edited);
                })
                .forEach(member -> everybody.put(member.memberId().toString(), member.name()));
        page.addAttribute("everybody", everybody);
        page.addAttribute("zones", Times.zones());
        return step(delegation, Step.TRAVEL, form, page);
    }

    private static String zoneOf(Delegation delegation) {
        return delegation.event() == null
                ? Times.CITY
                : delegation.event().window().zone();
    }

    private static void know(Party party, Form form) {
        form.knowing("memberIds", party.memberIds().stream().map(UUID::toString).toList())
                .knowing("luggage", party.luggage());
        Flight flight = party.flight();
        if (flight != null) {
            form.knowing("flight.number", flight.number())
                    .knowing("flight.origin", flight.origin())
                    .knowing("flight.airport", flight.airport())
                    .knowing("flight.terminal", flight.terminal())
                    .knowing("flight.departs", flight.departs())
                    .knowing("flight.departsZone", flight.departsZone())
                    .knowing("flight.arrives", flight.arrives())
                    .knowing("flight.arrivesZone", flight.arrivesZone());
        }
    }

    @PostMapping("/travel")
    String addParty(@PathVariable UUID id, Form form, Model page) {
        if (form.yes("go") && TRAVEL_TYPED.stream().noneMatch(form::has)) {
            return "redirect:/register/" + id + "/" + Step.NEEDS.path();
        }
        Delegation delegation = delegations.one(id);
        List<Object> parties = new ArrayList<>(delegation.parties().stream()
                .map(party -> input(party, party.memberIds()))
                .toList());
        parties.add(typedParty(MemberForm.idOf(form), form));
        return saveParties(delegation, parties, parties.size() - 1, null, form, page);
    }

    @PostMapping("/travel/{party}")
    String changeParty(@PathVariable UUID id, @PathVariable UUID party, Form form, Model page) {
        Delegation delegation = delegations.one(id);
        List<Object> parties = new ArrayList<>();
        int place = 0;
        for (Party one : delegation.parties()) {
            if (one.partyId().equals(party)) {
                place = parties.size();
                parties.add(typedParty(party, form));
            } else {
                parties.add(input(one, one.memberIds()));
            }
        }
        return saveParties(delegation, parties, place, party, form, page);
    }

    @PostMapping("/travel/{party}/removal")
    String removeParty(@PathVariable UUID id, @PathVariable UUID party, Form form, Model page) {
        Delegation delegation = delegations.one(id);
        List<Object> others = delegation.parties().stream()
                .filter(one -> !one.partyId().equals(party))
                .map(one -> (Object) input(one, one.memberIds()))
                .toList();
        return saveParties(delegation, others, others.size(), null, form, page);
    }

    private String saveParties(
            Delegation delegation, List<Object> parties, int place, @Nullable UUID edited, Form form, Model page) {
        UUID id = delegation.id();
        return form.under("parties." + place)
                .doing(
                        () -> {
                            save(delegation, form, Map.of("parties", parties));
                            return form.yes("go")
                                    ? "redirect:/register/" + id + "/" + Step.NEEDS.path()
                                    : "redirect:/register/" + id + "/travel?done=travel-saved";
                        },
                        () -> travel(fresh(id, form, page), edited, form, page));
    }

    private static Map<String, @Nullable Object> input(Party party, List<UUID> members) {
        Map<String, @Nullable Object> input = new LinkedHashMap<>();
        input.put("partyId", party.partyId());
        input.put("memberIds", members);
        if (party.luggage() != null) {
            input.put("luggage", party.luggage());
        }
        if (party.flight() != null) {
            input.put("flight", party.flight());
        }
        return input;
    }

    private static Map<String, @Nullable Object> typedParty(UUID id, Form form) {
        Map<String, @Nullable Object> party = new LinkedHashMap<>();
        party.put("partyId", id);
        party.put("memberIds", form.values("memberIds"));
        Integer luggage = form.number("luggage");
        if (luggage != null) {
            party.put("luggage", luggage);
        }
        LocalDateTime departs = form.moment("flight.departs");
        LocalDateTime arrives = form.moment("flight.arrives");
        if (TRAVEL_TYPED.stream().anyMatch(field -> field.startsWith("flight.") && form.has(field))) {
            party.put(
                    "flight",
                    new Flight(
                            form.code("flight.number"),
                            form.code("flight.origin"),
                            form.code("flight.airport"),
                            form.text("flight.terminal"),
                            departs,
                            form.text("flight.departsZone"),
                            arrives,
                            form.text("flight.arrivesZone")));
        }
        return party;
    }

    // 4 Needs

    @GetMapping("/needs")
    String needs(@PathVariable UUID id, Form form, Model page) {
        return needs(delegations.one(id), form, page);
    }

    private String needs(Delegation delegation, Form form, Model page) {
        delegation.members().forEach(member -> form.knowing("needs." + member.memberId(), member.needs()));
        Map<String, String> choices = new LinkedHashMap<>();
        NEEDS.forEach(need -> choices.put(need, Words.upperFirst(words.say("need." + need))));
        page.addAttribute("needs", choices);
        return step(delegation, Step.NEEDS, form, page);
    }

    @PostMapping("/needs")
    String saveNeeds(@PathVariable UUID id, Form form, Model page) {
        Delegation delegation = delegations.one(id);
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (Member member : delegation.members()) {
            Map<String, @Nullable Object> input = MemberForm.asKnown(member);
            input.put("needs", form.values("needs." + member.memberId()));
            all.add(input);
        }
        return form.doing(
                () -> saved(id, Map.of("members", all), form, Step.NEEDS),
                () -> needs(fresh(id, form, page), form, page));
    }

    // 5 Check and send

    @GetMapping("/check")
    String check(@PathVariable UUID id, Form form, Model page) {
        return step(delegations.one(id), Step.CHECK, form, page);
    }

    @PostMapping("/submission")
    String submit(@PathVariable UUID id, Form form, Model page) {
        return form.doing(
                () -> {
                    delegations.act(id, "submission", Map.of());
                    return "redirect:/register/" + id + "/check?done=delegation-submission";
                },
                () -> step(fresh(id, form, page), Step.CHECK, form, page));
    }

    @PostMapping("/documents")
    String attach(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Form form,
            Model page) {
        Supplier<String> again = () -> step(fresh(id, form.gathering("file"), page), Step.CHECK, form, page);
        if (file == null || file.isEmpty()) {
            form.wrong("file", words.say("check.letter.choose"));
        }
        return form.doing(
                () -> {
                    delegations.attach(id, Upload.of(Objects.requireNonNull(file), "letter"), "letter-of-credentials");
                    return "redirect:/register/" + id + "/check?done=letter-attached";
                },
                again);
    }

    @PostMapping("/withdrawal")
    String withdraw(@PathVariable UUID id, Form form, Model page) {
        return form.doing(
                () -> {
                    delegations.act(id, "withdrawal", Map.of());
                    return "redirect:/register?done=delegation-withdrawal";
                },
                () -> step(fresh(id, form, page), Step.CHECK, form, page));
    }

    // What the steps have in common

    private void save(Delegation delegation, Form form, Map<String, ?> parts) {
        String version = form.textOr("version", Long.toString(delegation.version()));
        delegations.save(delegation.id(), "\"" + version + "\"", parts);
    }

    private String saved(UUID id, Map<String, ?> parts, Form form, Step step) {
        delegations.save(id, "\"" + form.textOr("version", "0") + "\"", parts);
        Step next = form.yes("stay") ? step : step.next();
        return "redirect:/register/" + id + "/" + next.path() + (form.yes("stay") ? "?done=saved" : "");
    }

    /** The delegation as it is now; after a stale edit it is shown beside what was typed, and saving again is knowingly. */
    private Delegation fresh(UUID id, Form form, Model page) {
        Delegation now = delegations.one(id);
        if (form.isStale()) {
            page.addAttribute("theirs", now);
            form.sayingOver("version", now.version());
        }
        return now;
    }

    private static String step(Delegation delegation, Step step, Form form, Model page) {
        form.knowing("version", delegation.version());
        page.addAttribute("delegation", delegation);
        page.addAttribute("step", step);
        page.addAttribute("steps", Step.values());
        return "registration/" + step.path();
    }

    /** The way through. */
    enum Step {
        DELEGATION,
        MEMBERS,
        TRAVEL,
        NEEDS,
        CHECK;

        public String path() {
            return name().toLowerCase(Locale.ROOT);
        }

        public int number() {
            return ordinal() + 1;
        }

        Step next() {
            return this == CHECK ? CHECK : values()[ordinal() + 1];
        }

        public boolean isDone(Delegation delegation) {
            return switch (this) {
                case DELEGATION ->
                    delegation.contact() != null && !delegation.languages().isEmpty();
                case MEMBERS -> delegation.head().isPresent();
                case TRAVEL -> !delegation.parties().isEmpty();
                case NEEDS -> !delegation.needs().isEmpty();
                case CHECK -> !List.of("draft", "changes-requested").contains(delegation.state());
            };
        }

        static Step leftAt(Delegation delegation) {
            if (CHECK.isDone(delegation)) {
                return CHECK;
            }
            if (delegation.state().equals("changes-requested")) {
                return MEMBERS;
            }
            return !DELEGATION.isDone(delegation)
                    ? DELEGATION
                    : !MEMBERS.isDone(delegation) ? MEMBERS : !TRAVEL.isDone(delegation) ? TRAVEL : CHECK;
        }
    }
}
