package vn.hoingo.logistics.diary;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
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
import vn.hoingo.doors.Invalid;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.logistics.TravelTimes;
import vn.hoingo.logistics.party.KnownPartners;
import vn.hoingo.logistics.programme.Text;

/** Diaries over HTTP: dispatchers add what can be booked, and see who has it. */
@RestController
@RequestMapping("/api/logistics/diaries")
class DiaryController {

    private static final String DISPATCHER = "hasAnyRole('dispatcher','organiser')";
    private static final String STAFF =
            "hasAnyRole('dispatcher','organiser','operations-watcher','delegation-officer','protocol-officer','auditor','service')";

    private final DiaryDesk desk;
    private final KnownPartners partners;
    private final TravelTimes times;

    DiaryController(DiaryDesk desk, KnownPartners partners, TravelTimes times) {
        this.desk = desk;
        this.partners = partners;
        this.times = times;
    }

    @GetMapping
    @PreAuthorize(STAFF)
    Page<DiaryView> list(
            @RequestParam @Nullable Kind kind,
            @RequestParam @Nullable String airport,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant until,
            Paging paging) {
        Page<Diary> page = desk.list(kind, airport, paging);
        Map<UUID, Text> names = names(page.items());
        return page.map(diary -> DiaryView.of(
                diary,
                diary.bookings().stream()
                        .filter(booking -> booking.interval()
                                .touches(from == null ? Instant.MIN : from, until == null ? Instant.MAX : until))
                        .toList(),
                times.buffer(),
                names));
    }

    @GetMapping("/{id}")
    @PreAuthorize(STAFF)
    ResponseEntity<DiaryView> one(@PathVariable DiaryId id) {
        Diary diary = desk.get(id);
        return Answers.of(diary, view(diary));
    }

    @PostMapping
    @PreAuthorize(DISPATCHER)
    ResponseEntity<DiaryView> add(@Valid @RequestBody NewResource asked) {
        asked.check();
        Diary diary = desk.add(
                asked.kind(),
                asked.label().strip(),
                asked.seats() == null ? 0 : asked.seats(),
                asked.languages() == null
                        ? List.of()
                        : asked.languages().stream().distinct().toList(),
                asked.airport());
        return Answers.created(diary, "/api/logistics/diaries/" + diary.id().value(), view(diary));
    }

    @PostMapping("/{id}/out-of-service")
    @PreAuthorize(DISPATCHER)
    ResponseEntity<DiaryView> takeOutOfService(@PathVariable DiaryId id) {
        Diary diary = desk.takeOutOfService(id);
        return Answers.of(diary, view(diary));
    }

    @PostMapping("/{id}/return")
    @PreAuthorize(DISPATCHER)
    ResponseEntity<DiaryView> putBackInService(@PathVariable DiaryId id) {
        Diary diary = desk.putBackInService(id);
        return Answers.of(diary, view(diary));
    }

    private DiaryView view(Diary diary) {
        return DiaryView.of(diary, diary.bookings(), times.buffer(), names(List.of(diary)));
    }

    private Map<UUID, Text> names(List<Diary> diaries) {
        return partners.namesOf(diaries.stream()
                .flatMap(diary -> diary.bookings().stream())
                .map(booking -> booking.taker().partnerId())
                .collect(Collectors.toSet()));
    }

    /**
     * A car or a person that can be booked.
     *
     * @param label plates for a vehicle, a name for a person
     * @param languages ISO 639 codes
     * @param airport where it only works, when it does
     */
    record NewResource(
            @NotNull Kind kind,

            @NotBlank @Size(max = 120) @Pattern(regexp = "\\P{Cc}*")
            String label,

            @PositiveOrZero @Max(100) @Nullable Integer seats,
            @Size(max = 20) @Nullable List<@NotNull @Pattern(regexp = "[a-z]{2,3}") String> languages,
            @Pattern(regexp = "[A-Z]{3}") @Nullable String airport) {

        void check() {
            List<Invalid.Field> wrong = new ArrayList<>();
            if (kind == Kind.VEHICLE && (seats == null || seats < 1)) {
                wrong.add(new Invalid.Field("/seats", "logistics.seats-needed"));
            }
            if (kind == Kind.INTERPRETER && (languages == null || languages.isEmpty())) {
                wrong.add(new Invalid.Field("/languages", "logistics.languages-needed"));
            }
            if (!wrong.isEmpty()) {
                throw Invalid.all(wrong);
            }
        }
    }
}
