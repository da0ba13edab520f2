package vn.hoingo.logistics.arrival;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.doors.Answers;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Invalid;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.logistics.TravelTimes;
import vn.hoingo.logistics.party.KnownPartners;
import vn.hoingo.logistics.party.Reader;
import vn.hoingo.logistics.programme.Text;

/** The arrivals board over HTTP: dispatchers act, staff read, a partner sees who of its own is met, and when. */
@RestController
@RequestMapping("/api/logistics")
class ArrivalController {

    private static final String DISPATCHER = "hasAnyRole('dispatcher','organiser')";
    private static final String READER =
            "hasAnyRole('dispatcher','organiser','operations-watcher','delegation-officer','protocol-officer','auditor','service','partner')";

    private final ArrivalDesk desk;
    private final WaysOut waysOut;
    private final KnownPartners partners;
    private final TravelTimes times;
    private final Sentences sentences;

    ArrivalController(
            ArrivalDesk desk, WaysOut waysOut, KnownPartners partners, TravelTimes times, Sentences sentences) {
        this.desk = desk;
        this.waysOut = waysOut;
        this.partners = partners;
        this.times = times;
        this.sentences = sentences;
    }

    @GetMapping({"", "/arrivals"})
    @PreAuthorize(READER)
    Page<ArrivalView> list(
            @RequestParam @Nullable UUID event,
            @RequestParam @Nullable UUID delegation,
            @RequestParam @Nullable LocalDate date,
            @RequestParam @Nullable List<ArrivalPlan.State> state,
            @RequestParam @Nullable String needs,
            Caller caller,
            Paging paging) {
        Page<ArrivalPlan> page = desk.list(
                new ArrivalDesk.Wanted(
                        event,
                        delegation,
                        Reader.of(caller).onlyOf(),
                        date,
                        state == null ? List.of() : state,
                        needsPerson(needs)),
                paging);
        Map<UUID, Text> names = partners.namesOf(
                page.items().stream().map(ArrivalPlan::partnerId).collect(Collectors.toSet()));
        return page.map(plan -> ArrivalView.of(plan, names.get(plan.partnerId()), times, sentences));
    }

    @GetMapping("/arrivals/{id}")
    @PreAuthorize(READER)
    ResponseEntity<ArrivalView> one(@PathVariable ArrivalPlanId id, Caller caller) {
        ArrivalPlan plan = desk.get(id);
        Reader.of(caller).mustSee(plan.partnerId(), "ArrivalPlan", id.value());
        return answer(plan);
    }

    @PostMapping("/arrivals/{id}/vehicle")
    @PreAuthorize(DISPATCHER)
    ResponseEntity<ArrivalView> chooseVehicle(@PathVariable ArrivalPlanId id, @Valid @RequestBody Choice choice) {
        return answer(desk.chooseVehicle(id, choice.resourceId()));
    }

    @PostMapping("/arrivals/{id}/interpreter")
    @PreAuthorize(DISPATCHER)
    ResponseEntity<ArrivalView> chooseInterpreter(@PathVariable ArrivalPlanId id, @Valid @RequestBody Choice choice) {
        return answer(desk.chooseInterpreter(id, choice.resourceId()));
    }

    @PostMapping("/arrivals/{id}/confirmation")
    @PreAuthorize(DISPATCHER)
    ResponseEntity<ArrivalView> confirm(@PathVariable ArrivalPlanId id) {
        return answer(desk.confirm(id));
    }

    @PostMapping("/arrivals/{id}/completion")
    @PreAuthorize(DISPATCHER)
    ResponseEntity<ArrivalView> complete(@PathVariable ArrivalPlanId id) {
        return answer(desk.complete(id));
    }

    @GetMapping("/arrivals/{id}/ways-out")
    @PreAuthorize(READER + " and !hasRole('partner')")
    Listing<WaysOut.WayOut> waysOut(@PathVariable ArrivalPlanId id) {
        return new Listing<>(waysOut.of(desk.get(id)));
    }

    @PostMapping("/arrivals/{id}/way-out")
    @PreAuthorize(DISPATCHER)
    ResponseEntity<ArrivalView> take(@PathVariable ArrivalPlanId id, @Valid @RequestBody Way way) {
        return answer(
                switch (way.kind()) {
                    case WaysOut.STRAIGHT -> desk.goStraightToTheVenue(id);
                    case WaysOut.JOIN_LATER -> desk.joinLater(id);
                    case WaysOut.OTHER_VEHICLE -> desk.chooseVehicle(id, way.resource());
                    case WaysOut.OTHER_INTERPRETER -> desk.chooseInterpreter(id, way.resource());
                    default ->
                        throw new Invalid(
                                "/kind",
                                "doors.choice",
                                String.join(
                                        ", ",
                                        WaysOut.STRAIGHT,
                                        WaysOut.JOIN_LATER,
                                        WaysOut.OTHER_VEHICLE,
                                        WaysOut.OTHER_INTERPRETER));
                });
    }

    private ResponseEntity<ArrivalView> answer(ArrivalPlan plan) {
        return Answers.of(
                plan, ArrivalView.of(plan, partners.nameOf(plan.partnerId()).orElse(null), times, sentences));
    }

    private static boolean needsPerson(@Nullable String needs) {
        if (needs != null && !needs.equals("person")) {
            throw new Invalid("/needs", "doors.choice", "person");
        }
        return needs != null;
    }

    record Choice(@NotNull UUID resourceId) {}

    record Way(@NotBlank String kind, @Nullable UUID resourceId) {

        UUID resource() {
            if (resourceId == null) {
                throw new Invalid("/resourceId", "logistics.unknown-resource");
            }
            return resourceId;
        }
    }

    record Listing<T>(List<T> items) {}
}
