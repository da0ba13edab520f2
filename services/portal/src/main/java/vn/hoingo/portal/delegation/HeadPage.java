package vn.hoingo.portal.delegation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.hoingo.portal.delegation.Delegation.Member;
import vn.hoingo.portal.follow.Consequences;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Words;
import vn.hoingo.portal.permit.PermitsClient;
import vn.hoingo.portal.relay.Answer;
import vn.hoingo.portal.relay.Unavailable;

/** Another person leads the delegation. What follows in other services is shown before anything happens. */
@Controller
@RequestMapping("/delegations/{id}/head")
class HeadPage {

    static final String REPLACED = "delegations.head-of-delegation-replaced.v1";

    private final DelegationsClient delegations;
    private final Consequences consequences;
    private final PermitsClient permits;
    private final MemberForm memberForm;
    private final Words words;

    HeadPage(
            DelegationsClient delegations,
            Consequences consequences,
            PermitsClient permits,
            MemberForm memberForm,
            Words words) {
        this.delegations = delegations;
        this.consequences = consequences;
        this.permits = permits;
        this.memberForm = memberForm;
        this.words = words;
    }

    @GetMapping
    String ask(@PathVariable UUID id, Form form, Model page) {
        return show(delegations.one(id), form, page);
    }

    @PostMapping
    String replace(@PathVariable UUID id, Form form, Model page) {
        Delegation delegation = delegations.one(id);
        if (!form.has("memberId") && !MemberForm.isUntouched(form)) {
            form.sayingOver("memberId", "new"); // who types somebody new means them
        }
        boolean somebodyNew = form.value("memberId").equals("new");
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        if (somebodyNew) {
            Map<String, @Nullable Object> typed = MemberForm.typed(form);
            typed.put("kind", "head");
            body.put("member", typed);
        } else {
            body.put("memberId", form.id("memberId"));
            if (!form.has("memberId")) {
                form.wrong("memberId", words.say("wrong.choice"));
            }
        }
        if (form.yes("oldHeadStays")) {
            body.put("oldHead", "stays");
        }
        return form.under("member")
                .doing(
                        () -> {
                            if (!form.yes("confirmed")) {
                                UUID member = somebodyNew ? null : form.id("memberId");
                                Integer rank = somebodyNew ? form.number("rank") : rankOf(delegation, member);
                                page.addAttribute(
                                        "follows",
                                        consequences.of(REPLACED, fact(delegation, rank, member, somebodyNew)));
                                page.addAttribute("newRank", rank);
                                page.addAttribute("permit", permit(delegation, rank));
                                return show(delegation, form, page);
                            }
                            delegations.act(id, "head", body);
                            return "redirect:/delegations/" + id + "?done=head-replaced";
                        },
                        () -> show(delegation, form, page));
    }

    private String show(Delegation delegation, Form form, Model page) {
        form.knowing("kind", "head");
        page.addAttribute("delegation", delegation);
        page.addAttribute(
                "candidates",
                delegation.members().stream()
                        .filter(member -> !member.heads() && !member.isCompanion())
                        .toList());
        page.addAttribute("sentences", List.of(words.say("follow.head.letters"), words.say("follow.head.badge")));
        memberForm.choices(page, delegation);
        return "delegation/head";
    }

    /** What a higher rank means for the permit of the event; when it cannot be asked for, that it is looked at again. */
    private @Nullable String permit(Delegation delegation, @Nullable Integer rank) {
        if (rank == null) {
            return null;
        }
        try {
            Integer highest = permits.of(delegation.eventId()).highestRank();
            return highest == null || rank < highest
                    ? words.say("follow.head.permit.higher", words.of("rank", rank))
                    : null;
        } catch (Unavailable | Answer unknown) {
            return words.say("follow.head.permit");
        }
    }

    private static @Nullable Integer rankOf(Delegation delegation, @Nullable UUID memberId) {
        Member member = delegation.member(memberId);
        return member == null ? null : member.rank();
    }

    static Map<String, Object> fact(Delegation delegation, @Nullable Member proposed) {
        return fact(
                delegation,
                proposed == null ? null : proposed.rank(),
                proposed == null ? null : proposed.memberId(),
                proposed == null);
    }

    /** The fact that would be announced; somebody new has no id yet. */
    private static Map<String, Object> fact(
            Delegation delegation, @Nullable Integer rank, @Nullable UUID memberId, boolean somebodyNew) {
        Member head = delegation.members().stream()
                .filter(member -> member.heads() && !member.state().equals("nominated"))
                .findFirst()
                .or(delegation::head)
                .orElse(null);
        Member next = somebodyNew ? null : delegation.member(memberId);
        int oldRank = head == null || head.rank() == null ? 10 : head.rank();
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("delegationId", delegation.id());
        fact.put("eventId", delegation.eventId());
        fact.put("partnerId", delegation.partnerId());
        fact.put("oldHeadId", head == null ? UUID.randomUUID() : head.personId());
        fact.put("newHeadId", next == null ? UUID.randomUUID() : next.personId());
        fact.put("oldRank", oldRank);
        fact.put("newRank", rank == null ? oldRank : rank);
        fact.put("version", delegation.revision() + 1);
        return fact;
    }
}
