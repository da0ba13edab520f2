package vn.hoingo.portal.arrival;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.registry.ImportHttpServices;
import vn.hoingo.portal.arrival.LogisticsClient.Arrival;
import vn.hoingo.portal.arrival.LogisticsClient.Diary;
import vn.hoingo.portal.arrival.LogisticsClient.WayOut;
import vn.hoingo.portal.event.Edition;
import vn.hoingo.portal.event.Editions;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Reader;
import vn.hoingo.portal.page.Times;
import vn.hoingo.portal.page.Words;
import vn.hoingo.portal.relay.Answer;
import vn.hoingo.portal.relay.Together;
import vn.hoingo.portal.relay.Unavailable;

/** One day of arrivals: the problem and its ways out on top, cars against hours, and every party in a row. */
@Controller
@RequestMapping("/arrivals")
@PreAuthorize(
        "hasAnyRole('organiser', 'dispatcher', 'delegation-officer', 'protocol-officer', 'operations-watcher', 'auditor')")
@ImportHttpServices(group = "logistics", types = LogisticsClient.class)
class ArrivalPage {

    private static final int MOST = 200;
    private static final int PROBLEMS_SHOWN = 4;

    private final LogisticsClient logistics;
    private final Editions editions;
    private final Times times;
    private final Words words;
    private final Clock clock;

    ArrivalPage(LogisticsClient logistics, Editions editions, Times times, Words words, Clock clock) {
        this.logistics = logistics;
        this.editions = editions;
        this.times = times;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String day(
            @RequestParam @Nullable UUID event,
            @RequestParam @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam @Nullable String part,
            Form form,
            Reader reader,
            Model page) {
        return show(event, date, part != null, reader, page);
    }

    private String show(@Nullable UUID event, @Nullable LocalDate date, boolean part, Reader reader, Model page) {
        List<Edition> all = editions.all();
        Edition edition = editions.meant(all, event);
        page.addAttribute("editions", all);
        page.addAttribute("edition", edition);
        page.addAttribute("mayAct", reader.is("organiser", "dispatcher"));
        if (edition == null) {
            return "arrival/arrivals";
        }
        Map<LocalDate, List<Arrival>> days = logistics.arrivals(edition.id(), null, MOST).items().stream()
                .filter(arrival -> arrival.lands() != null)
                .sorted(Comparator.comparing(arrival -> Objects.requireNonNull(arrival.lands())))
                .collect(Collectors.groupingBy(
                        arrival -> Objects.requireNonNull(arrival.lands()).toLocalDate(),
                        TreeMap::new,
                        Collectors.toList()));
        LocalDate day = date != null ? date : chosen(days, edition);
        List<Arrival> arrivals = days.getOrDefault(day, List.of());
        ZoneId zone = ZoneId.of(edition.window().zone());
        page.addAttribute("day", day);
        page.addAttribute("days", days);
        page.addAttribute("arrivals", arrivals);
        page.addAttribute(
                "people",
                arrivals.stream()
                        .filter(one -> !one.isOver())
                        .mapToInt(Arrival::people)
                        .sum());
        page.addAttribute(
                "needing", arrivals.stream().filter(Arrival::needsSomebody).count());
        page.addAttribute("board", Board.of(arrivals, day, zone, clock.instant()));
        if (part) {
            return "arrival/arrivals :: board";
        }
        page.addAttribute("problems", problems(arrivals));
        return "arrival/arrivals";
    }

    /** Today when somebody lands, else the next day on which somebody does. */
    private LocalDate chosen(Map<LocalDate, List<Arrival>> days, Edition edition) {
        LocalDate today = times.today();
        return days.keySet().stream()
                .filter(day -> !day.isBefore(today))
                .findFirst()
                .orElse(edition.window().start().toLocalDate());
    }

    private List<Problem> problems(List<Arrival> arrivals) {
        return Together.askEach(
                arrivals.stream()
                        .filter(Arrival::needsSomebody)
                        .sorted((one, other) -> Boolean.compare(other.atRisk(), one.atRisk()))
                        .limit(PROBLEMS_SHOWN)
                        .toList(),
                arrival -> new Problem(arrival, waysOut(arrival)));
    }

    /** A problem is shown also when no way out could be asked for. */
    private List<WayOut> waysOut(Arrival arrival) {
        try {
            return logistics.waysOut(arrival.id()).items();
        } catch (Unavailable | Answer none) {
            return List.of();
        }
    }

    record Problem(Arrival arrival, List<WayOut> ways) {}

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Form form, Reader reader, Model page) {
        Arrival arrival = logistics.one(id);
        var cars = Together.ask(() -> logistics.diaries("vehicle", MOST).items());
        var interpreters =
                Together.ask(() -> logistics.diaries("interpreter", MOST).items());
        page.addAttribute("arrival", arrival);
        page.addAttribute("mayAct", reader.is("organiser", "dispatcher"));
        page.addAttribute("near", isNear(arrival));
        page.addAttribute("cars", choices(cars.orNothing(), arrival));
        page.addAttribute("interpreters", choices(interpreters.orNothing(), arrival));
        if (arrival.needsSomebody()) {
            page.addAttribute("waysOut", logistics.waysOut(id).items());
        }
        form.knowing("newArrival", arrival.lands());
        return "arrival/arrival";
    }

    /** From the day before on, by the clock of the airport, it is written down that somebody landed and was met. */
    private boolean isNear(Arrival arrival) {
        LocalDateTime lands = arrival.lands();
        return lands == null
                || !times.local(clock.instant(), arrival.landsZone())
                        .toLocalDate()
                        .isBefore(lands.toLocalDate().minusDays(1));
    }

    /** Those in service, the free ones first; the service has the last word. */
    private Map<String, String> choices(@Nullable List<Diary> diaries, Arrival arrival) {
        Map<String, String> choices = new LinkedHashMap<>();
        if (diaries == null) {
            return choices;
        }
        diaries.stream()
                .filter(Diary::inService)
                .sorted((one, other) -> Boolean.compare(isTaken(one, arrival), isTaken(other, arrival)))
                .forEach(diary -> choices.put(
                        diary.id().toString(),
                        diary.label()
                                + (diary.seats() == null ? "" : " · " + words.say("arrival.seats", diary.seats()))
                                + spoken(diary)
                                + (isTaken(diary, arrival) ? " · " + words.say("arrival.taken") : "")));
        return choices;
    }

    private String spoken(Diary diary) {
        return diary.languages() == null || diary.languages().isEmpty()
                ? ""
                : " · "
                        + diary.languages().stream()
                                .map(code -> words.of("language", code))
                                .collect(Collectors.joining(", "));
    }

    private static boolean isTaken(Diary diary, Arrival arrival) {
        return arrival.pickUpAt() != null
                && Objects.requireNonNull(diary.bookings()).stream()
                        .anyMatch(booking -> !booking.planId().equals(arrival.id())
                                && booking.from().isBefore(arrival.pickUpAt().plusSeconds(3600))
                                && booking.until().isAfter(arrival.pickUpAt()));
    }

    @PostMapping("/{id}/way-out")
    String takeWayOut(@PathVariable UUID id, Form form, Reader reader, Model page) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", form.value("kind"));
        if (form.has("resourceId")) {
            body.put("resourceId", form.value("resourceId"));
        }
        return doing(id, "way-out", body, form, reader, page);
    }

    @PostMapping("/{id}/{kind:vehicle|interpreter}")
    String choose(@PathVariable UUID id, @PathVariable String kind, Form form, Reader reader, Model page) {
        UUID resource = form.id(kind);
        if (resource == null && !form.isWrong(kind)) {
            form.wrong(kind, words.say("wrong.choice"));
        }
        return doing(id, kind, Map.of("resourceId", resource == null ? "" : resource), form, reader, page);
    }

    @PostMapping("/{id}/{act:confirmation|completion}")
    String conclude(@PathVariable UUID id, @PathVariable String act, Form form, Reader reader, Model page) {
        return doing(id, act, Map.of(), form, reader, page);
    }

    @PostMapping("/{id}/delay")
    String delay(@PathVariable UUID id, Form form, Reader reader, Model page) {
        LocalDateTime lands = form.moment("newArrival");
        if (lands == null && !form.isWrong("newArrival")) {
            form.wrong("newArrival", words.say("wrong.moment"));
        }
        return onFlight(id, "delay", Map.of("newArrival", lands == null ? "" : lands), form, reader, page);
    }

    @PostMapping("/{id}/{act:landing|cancellation}")
    String flight(@PathVariable UUID id, @PathVariable String act, Form form, Reader reader, Model page) {
        return onFlight(id, act, Map.of(), form, reader, page);
    }

    private String onFlight(UUID id, String act, Object body, Form form, Reader reader, Model page) {
        return form.doing(
                () -> {
                    UUID itinerary = logistics.one(id).itineraryId();
                    if (itinerary != null) {
                        logistics.actOnFlight(itinerary, act, body);
                    }
                    return "redirect:/arrivals/" + id + "?done=flight-" + act;
                },
                () -> one(id, form, reader, page));
    }

    private String doing(UUID id, String act, Object body, Form form, Reader reader, Model page) {
        return form.doing(
                () -> {
                    logistics.act(id, act, body);
                    return "redirect:/arrivals/" + id + "?done=arrival-" + act;
                },
                () -> one(id, form, reader, page));
    }
}
