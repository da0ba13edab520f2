package vn.hoingo.portal.desk;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.registry.ImportHttpServices;
import vn.hoingo.portal.desk.StandingClient.Bar;
import vn.hoingo.portal.desk.TasksClient.Task;
import vn.hoingo.portal.desk.TasksClient.Tasks;
import vn.hoingo.portal.event.Edition;
import vn.hoingo.portal.event.Editions;
import vn.hoingo.portal.page.Reader;
import vn.hoingo.portal.page.Times;
import vn.hoingo.portal.relay.Answer;
import vn.hoingo.portal.relay.Together;
import vn.hoingo.portal.relay.Unavailable;

/**
 * The first page of the day. It comes at once; what each service has for me arrives as a part of its own, and a service that is away shows one
 * line. Without scripts the whole is gathered first.
 */
@Controller
@ImportHttpServices(group = "events", types = TasksClient.OfEvents.class)
@ImportHttpServices(
        group = "delegations",
        types = {TasksClient.OfDelegations.class, StandingClient.OfDelegations.class})
@ImportHttpServices(
        group = "invitations",
        types = {TasksClient.OfInvitations.class, StandingClient.OfSeats.class})
@ImportHttpServices(group = "logistics", types = TasksClient.OfLogistics.class)
@ImportHttpServices(
        group = "operations",
        types = {TasksClient.OfOperations.class, StandingClient.OfFacts.class})
class DeskPage {

    private static final int MOST = 200;
    private static final int LATEST = 6;

    private final Map<String, Supplier<Tasks>> services = new LinkedHashMap<>();
    private final StandingClient.OfDelegations delegations;
    private final StandingClient.OfSeats seats;
    private final StandingClient.OfFacts facts;
    private final Editions editions;
    private final Times times;

    DeskPage(
            TasksClient.OfEvents events,
            TasksClient.OfDelegations delegationTasks,
            TasksClient.OfInvitations invitations,
            TasksClient.OfLogistics logistics,
            TasksClient.OfOperations operations,
            StandingClient.OfDelegations delegations,
            StandingClient.OfSeats seats,
            StandingClient.OfFacts facts,
            Editions editions,
            Times times) {
        services.put("events", events::all);
        services.put("delegations", delegationTasks::all);
        services.put("invitations", invitations::all);
        services.put("logistics", logistics::all);
        services.put("operations", operations::all);
        this.delegations = delegations;
        this.seats = seats;
        this.facts = facts;
        this.editions = editions;
        this.times = times;
    }

    @GetMapping("/")
    String home() {
        Reader reader = Reader.current();
        return reader != null && reader.isPartner() ? "redirect:/register" : "redirect:/desk";
    }

    @GetMapping("/desk")
    String desk(@RequestParam @Nullable UUID event, @RequestParam @Nullable String whole, Reader reader, Model page) {
        if (reader.isPartner()) {
            return "redirect:/register";
        }
        page.addAttribute("event", event);
        page.addAttribute("services", services.keySet());
        page.addAttribute("mayWatch", reader.is("organiser", "operations-watcher", "auditor"));
        page.addAttribute("whole", whole != null);
        if (whole != null) {
            gather(page);
            stand(event, page);
            if (reader.is("organiser", "operations-watcher", "auditor")) {
                happened(page);
            }
        }
        return "desk/desk";
    }

    @GetMapping("/desk/tasks/{service}")
    String tasks(@PathVariable String service, Model page) {
        Supplier<Tasks> asked = services.get(service);
        page.addAttribute("tasks", asked == null ? List.of() : of(asked));
        return "desk/desk :: tasks";
    }

    @GetMapping("/desk/standing")
    String standing(@RequestParam @Nullable UUID event, Model page) {
        stand(event, page);
        return "desk/desk :: standing";
    }

    @GetMapping("/desk/facts")
    String facts(Model page) {
        happened(page);
        return "desk/desk :: facts";
    }

    private void gather(Model page) {
        List<String> away = new CopyOnWriteArrayList<>();
        List<Together.Asked<List<Task>>> asked = services.entrySet().stream()
                .map(service -> Together.ask(() -> {
                    try {
                        return of(service.getValue());
                    } catch (Unavailable e) {
                        away.add(service.getKey());
                        return List.<Task>of();
                    }
                }))
                .toList();
        page.addAttribute(
                "tasks",
                asked.stream()
                        .flatMap(answer -> answer.get().stream())
                        .sorted(Comparator.comparing(Task::order))
                        .toList());
        page.addAttribute("away", away);
    }

    /** A service whose tasks are not for this reader has none for them. */
    private static List<Task> of(Supplier<Tasks> service) {
        try {
            return service.get().items().stream()
                    .sorted(Comparator.comparing(Task::order))
                    .toList();
        } catch (Answer refused) {
            return List.of();
        }
    }

    private void stand(@Nullable UUID chosen, Model page) {
        List<Edition> all = editions.all();
        Edition meant = editions.meant(all, chosen);
        page.addAttribute("editions", upcoming(all, meant));
        page.addAttribute("edition", meant);
        if (meant == null) {
            return;
        }
        var counted = Together.ask(() -> StandingClient.Delegations.of(delegations.of(meant.id(), MOST)));
        var books = Together.ask(() -> seats.of(meant.id(), MOST).items());
        var programme = Together.ask(() -> editions.programme(meant.id()));
        page.addAttribute("delegations", counted.orNothing());
        page.addAttribute("bars", bars(books.orNothing(), programme.orNothing()));
    }

    private List<Edition> upcoming(List<Edition> all, @Nullable Edition meant) {
        return all.stream()
                .filter(edition -> !edition.isOver(times.today()) || edition.equals(meant))
                .toList();
    }

    private static @Nullable List<Bar> bars(
            @Nullable List<StandingClient.SeatBook> books, @Nullable List<Edition.Activity> programme) {
        if (books == null || programme == null) {
            return null;
        }
        return programme.stream()
                .filter(activity -> !activity.isDropped())
                .flatMap(activity -> books.stream()
                        .filter(book -> book.activityId().equals(activity.id()) && book.capacity() > 0)
                        .map(book -> new Bar(activity.name(), book)))
                .toList();
    }

    private void happened(Model page) {
        page.addAttribute(
                "facts",
                Stream.ofNullable(facts.latest(LATEST))
                        .findFirst()
                        .orElseThrow()
                        .items());
    }
}
