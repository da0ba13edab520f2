package vn.hoingo.events.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.events.activity.ActivityDesk;
import vn.hoingo.events.event.Event;
import vn.hoingo.events.event.EventDesk;
import vn.hoingo.events.event.Words;

/** What waits for an organiser: editions that are not prepared or not permitted, activities that an event moved away from. */
@RestController
@RequestMapping("/api/events/tasks")
class TaskController {

    private static final int MOST = 100;

    private final EventDesk events;
    private final ActivityDesk activities;

    TaskController(EventDesk events, ActivityDesk activities) {
        this.events = events;
        this.activities = activities;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('organiser','service')")
    Tasks tasks() {
        return new Tasks(events.openEditions(MOST).stream()
                .flatMap(event -> Stream.concat(ofEdition(event).stream(), misfitsOf(event)))
                .toList());
    }

    private static List<Task> ofEdition(Event event) {
        return switch (event.status()) {
            case DRAFT ->
                List.of(Task.about(
                        event,
                        "prepare",
                        "Sự kiện đang là bản nháp; bắt đầu chuẩn bị thì đối tác mới đăng ký được",
                        "Still a draft; partners can register once preparation begins"));
            case IN_PREPARATION ->
                event.isPermitted()
                        ? List.of()
                        : List.of(Task.about(
                                event,
                                "permit",
                                "Chưa có văn bản cho phép; cần để công bố",
                                "No permit recorded yet; it is needed to publish"));
            default -> List.of();
        };
    }

    private Stream<Task> misfitsOf(Event event) {
        return activities.of(event.id()).stream()
                .filter(activity -> activity.isMisfit() && !activity.isDropped())
                .map(activity -> Task.about(
                        event,
                        "misfit",
                        "“" + activity.plan().name().vi() + "” không còn nằm trong thời gian sự kiện",
                        "“" + activity.plan().name().en() + "” no longer lies within the event"));
    }

    record Tasks(List<Task> items) {}

    /**
     * One thing that waits for a person.
     *
     * @param due by when; null when there is no day
     * @param link the page of the portal where it is done
     */
    record Task(
            String id,
            String kind,
            Words title,
            Words detail,
            @Nullable Instant due,
            String link,
            String role) {

        static Task about(Event event, String kind, String vi, String en) {
            UUID id = event.id().value();
            return new Task(
                    kind + "-" + id,
                    kind,
                    event.name(),
                    new Words(vi, en),
                    event.window().startsAt(),
                    "/events/" + id,
                    "organiser");
        }
    }
}
