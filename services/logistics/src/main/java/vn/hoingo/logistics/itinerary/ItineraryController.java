package vn.hoingo.logistics.itinerary;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
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
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.logistics.party.Reader;

/** Journeys over HTTP: a dispatcher tells what became of a flight; a partner sees its own. */
@RestController
@RequestMapping("/api/logistics/itineraries")
class ItineraryController {

    private static final String DISPATCHER = "hasAnyRole('dispatcher','organiser')";
    private static final String READER =
            "hasAnyRole('dispatcher','organiser','operations-watcher','delegation-officer','protocol-officer','auditor','service','partner')";

    private final ItineraryDesk desk;

    ItineraryController(ItineraryDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @PreAuthorize(READER)
    Page<ItineraryView> list(
            @RequestParam @Nullable UUID event, @RequestParam @Nullable UUID delegation, Caller caller, Paging paging) {
        return desk.list(event, delegation, Reader.of(caller).onlyOf(), paging).map(ItineraryView::of);
    }

    @GetMapping("/{id}")
    @PreAuthorize(READER)
    ResponseEntity<ItineraryView> one(@PathVariable ItineraryId id, Caller caller) {
        Itinerary itinerary = desk.get(id);
        Reader.of(caller).mustSee(itinerary.partnerId(), "Itinerary", id.value());
        return answer(itinerary);
    }

    @PostMapping("/{id}/delay")
    @PreAuthorize(DISPATCHER)
    ResponseEntity<ItineraryView> delay(@PathVariable ItineraryId id, @Valid @RequestBody Delay delay) {
        return answer(desk.delay(id, delay.newArrival()));
    }

    @PostMapping("/{id}/cancellation")
    @PreAuthorize(DISPATCHER)
    ResponseEntity<ItineraryView> cancel(@PathVariable ItineraryId id) {
        return answer(desk.cancel(id));
    }

    @PostMapping("/{id}/landing")
    @PreAuthorize(DISPATCHER)
    ResponseEntity<ItineraryView> land(
            @PathVariable ItineraryId id, @RequestBody(required = false) @Nullable Landing landing) {
        return answer(desk.land(id, landing == null ? null : landing.landedAt()));
    }

    private static ResponseEntity<ItineraryView> answer(Itinerary itinerary) {
        return Answers.of(itinerary, ItineraryView.of(itinerary));
    }

    /** @param newArrival by the clock of the airport where it lands */
    record Delay(@NotNull LocalDateTime newArrival) {}

    record Landing(@Nullable Instant landedAt) {}
}
