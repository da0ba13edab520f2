package vn.hoingo.logistics.arrival;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.logistics.arrival.ArrivalPlan.Missing;
import vn.hoingo.logistics.party.KnownPartners;
import vn.hoingo.logistics.programme.Text;
import vn.hoingo.messaging.Ids;

/**
 * What waits for a dispatcher: who would miss the first obligation, who flies in and has no car or no interpreter, and which plans,
 * though nothing is missing, must be looked at again; a plan whose flight was cancelled always.
 */
@RestController
@RequestMapping("/api/logistics/tasks")
class TaskController {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("dd/MM HH:mm");

    private final ArrivalDesk desk;
    private final KnownPartners partners;
    private final Sentences sentences;

    TaskController(ArrivalDesk desk, KnownPartners partners, Sentences sentences) {
        this.desk = desk;
        this.partners = partners;
        this.sentences = sentences;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('dispatcher','organiser','operations-watcher','auditor','service')")
    Tasks waiting(@RequestParam @Nullable UUID event) {
        List<ArrivalPlan> plans = desk.thatNeedAPerson(event);
        Map<UUID, Text> names =
                partners.namesOf(plans.stream().map(ArrivalPlan::partnerId).collect(Collectors.toSet()));
        List<Task> tasks = new ArrayList<>();
        for (ArrivalPlan plan : plans) {
            Text partner = names.getOrDefault(plan.partnerId(), sentences.of("party"));
            if (plan.isAtRisk()) {
                tasks.add(atRisk(plan, partner));
            }
            if (plan.missing().contains(Missing.VEHICLE) && !plan.missing().contains(Missing.FLIGHT)) {
                tasks.add(
                        task(plan, "vehicle-missing", partner, plan.travellers().people(), lands(plan), flight(plan)));
            }
            if (plan.missing().contains(Missing.INTERPRETER) && !plan.missing().contains(Missing.FLIGHT)) {
                tasks.add(task(
                        plan,
                        "interpreter-missing",
                        partner,
                        String.join(", ", plan.travellers().languages()),
                        lands(plan),
                        flight(plan)));
            }
            plan.causes().stream()
                    .filter(cause -> plan.missing().isEmpty() || cause == ArrivalPlan.Cause.FLIGHT_CANCELLED)
                    .findFirst()
                    .ifPresent(cause -> tasks.add(task(
                            plan,
                            "plan-stale",
                            partner,
                            sentences.of("cause." + cause.code()),
                            lands(plan),
                            flight(plan))));
        }
        tasks.sort(Comparator.comparing(Task::due));
        return new Tasks(tasks);
    }

    private Task atRisk(ArrivalPlan plan, Text partner) {
        FirstObligation first = plan.obligation();
        return task(
                plan,
                "arrival-at-risk",
                partner,
                first == null || first.name() == null ? sentences.of("activity") : first.name(),
                first == null ? "" : DAY_AND_TIME.format(first.at().atZone(plan.zone())),
                flight(plan),
                DAY_AND_TIME.format(plan.readyAt().atZone(plan.zone())));
    }

    private Task task(ArrivalPlan plan, String kind, @Nullable Object... values) {
        return new Task(
                Ids.from("task", kind, plan.id()),
                kind,
                sentences.of("task." + kind, values),
                sentences.of("task." + kind + ".detail", values),
                plan.landsAt(),
                "/arrivals/" + plan.id().value(),
                "dispatcher");
    }

    private static String lands(ArrivalPlan plan) {
        return DAY_AND_TIME.format(plan.lands());
    }

    private static String flight(ArrivalPlan plan) {
        return plan.flight().number();
    }

    record Tasks(List<Task> items) {}

    record Task(UUID id, String kind, Text title, Text detail, Instant due, String link, String role) {}
}
