package vn.hoingo.portal.plan;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.service.registry.ImportHttpServices;
import vn.hoingo.portal.event.Editions;
import vn.hoingo.portal.operations.Actors;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Reader;
import vn.hoingo.portal.page.Times;
import vn.hoingo.portal.permit.Permit;
import vn.hoingo.portal.permit.PermitsClient;
import vn.hoingo.portal.relay.Answer;

/** What is to be done for an edition by when, and one deadline of it. */
@Controller
@RequestMapping("/events/{event}/plan")
@PreAuthorize("!hasRole('partner')")
@ImportHttpServices(group = "events", types = PlansClient.class)
class PlanPage {

    private final PlansClient plans;
    private final PermitsClient permits;
    private final Editions editions;
    private final Actors actors;
    private final Times times;

    PlanPage(PlansClient plans, PermitsClient permits, Editions editions, Actors actors, Times times) {
        this.plans = plans;
        this.permits = permits;
        this.editions = editions;
        this.actors = actors;
        this.times = times;
    }

    @GetMapping
    String all(@PathVariable UUID event, Form form, Reader reader, Model page) {
        Plan plan = plans.of(event);
        page.addAttribute("edition", editions.one(event));
        page.addAttribute("plan", plan);
        Permit permit = permits.of(event);
        page.addAttribute("permit", permit);
        page.addAttribute("overdue", permit.isLate(times.today()));
        page.addAttribute("firstAfterPermit", plan.firstAfter(permit.fileBy()));
        page.addAttribute("names", names(plan));
        page.addAttribute("mine", mine(plan, reader));
        return "plan/plan";
    }

    @GetMapping("/{step}")
    String one(@PathVariable UUID event, @PathVariable String step, Form form, Reader reader, Model page) {
        return show(event, step, reader, page);
    }

    private String show(UUID event, String step, Reader reader, Model page) {
        Plan plan = plans.of(event);
        Plan.Deadline deadline = plan.deadline(step).orElseThrow(() -> Answer.absent("deadline"));
        page.addAttribute("edition", editions.one(event));
        page.addAttribute("plan", plan);
        page.addAttribute("deadline", deadline);
        page.addAttribute("names", names(plan));
        page.addAttribute("mayAct", mine(plan, reader).contains(step));
        return "plan/deadline";
    }

    private Map<String, String> names(Plan plan) {
        return actors.names(plan.deadlines().stream()
                .map(Plan.Deadline::settlement)
                .filter(Objects::nonNull)
                .map(Plan.Settlement::by));
    }

    /** The deadlines that this reader may settle. */
    private static Set<String> mine(Plan plan, Reader reader) {
        return plan.is("closed")
                ? Set.of()
                : plan.deadlines().stream()
                        .filter(deadline -> reader.is("organiser", deadline.owner()))
                        .map(Plan.Deadline::step)
                        .collect(Collectors.toSet());
    }

    @PostMapping("/{step}/completion")
    String complete(@PathVariable UUID event, @PathVariable String step, Form form, Reader reader, Model page) {
        return doing(event, step, "completion", new Completion(form.text("note")), form, reader, page);
    }

    @PostMapping("/{step}/setting-aside")
    String setAside(@PathVariable UUID event, @PathVariable String step, Form form, Reader reader, Model page) {
        return doing(event, step, "setting-aside", new Because(form.text("reason")), form, reader, page);
    }

    @PostMapping("/{step}/reopening")
    String reopen(@PathVariable UUID event, @PathVariable String step, Form form, Reader reader, Model page) {
        return doing(event, step, "reopening", Map.of(), form, reader, page);
    }

    private String doing(UUID event, String step, String act, Object body, Form form, Reader reader, Model page) {
        return form.doing(
                () -> {
                    plans.act(event, step, act, body);
                    return "redirect:/events/" + event + "/plan?done=deadline-" + act;
                },
                () -> show(event, step, reader, page));
    }

    record Completion(@Nullable String note) {}

    record Because(@Nullable String reason) {}
}
