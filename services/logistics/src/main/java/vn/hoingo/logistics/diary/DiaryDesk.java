package vn.hoingo.logistics.diary;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.hoingo.doors.Keyset;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.logistics.TravelTimes;
import vn.hoingo.logistics.diary.Booking.Taker;
import vn.hoingo.logistics.party.KnownPartners;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Decisions;

/** Where cars and people are added, asked for and given back. */
@Component
public class DiaryDesk {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("dd/MM HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Diaries diaries;
    private final Decisions decisions;
    private final KnownPartners partners;
    private final MongoOperations mongo;
    private final TravelTimes times;
    private final Clock clock;

    DiaryDesk(
            Diaries diaries,
            Decisions decisions,
            KnownPartners partners,
            MongoOperations mongo,
            TravelTimes times,
            Clock clock) {
        this.diaries = diaries;
        this.decisions = decisions;
        this.partners = partners;
        this.mongo = mongo;
        this.times = times;
        this.clock = clock;
    }

    public Diary add(Kind kind, String label, int seats, List<String> languages, @Nullable String airport) {
        DiaryId id = new DiaryId(Acting.current().newId("diary"));
        return decisions.open(diaries, id, () -> Diary.add(id, kind, label, seats, languages, airport));
    }

    public Diary get(DiaryId id) {
        return diaries.get(id);
    }

    Page<Diary> list(@Nullable Kind kind, @Nullable String airport, Paging paging) {
        Criteria criteria = new Criteria();
        if (kind != null) {
            criteria.and("kind").is(kind.name());
        }
        if (airport != null) {
            criteria.and("airport").in(airport, null);
        }
        return Keyset.page(mongo, Diary.class, criteria, paging, "label");
    }

    Diary takeOutOfService(DiaryId id) {
        return decisions.change(diaries, id, Diary::takeOutOfService);
    }

    Diary putBackInService(DiaryId id) {
        return decisions.change(diaries, id, Diary::putBackInService);
    }

    /** Everything of a kind that is in service, in the fixed order in which it is asked for: the smallest first. */
    public List<Diary> inService(Kind kind) {
        return diaries.findByKindAndInServiceOrderBySeatsAscIdAsc(kind, true);
    }

    /** Keeps that time in a diary for a plan, or is refused in words that name who has it. */
    public Booking hold(DiaryId id, Taker taker, long asOf, Interval interval, @Nullable String language, ZoneId zone) {
        Instant until = clock.instant().plus(times.hold());
        try {
            return decisions.decide(
                    diaries, id, diary -> diary.hold(taker, asOf, interval, language, times.buffer(), until));
        } catch (DiaryRefusal refusal) {
            throw named(refusal, zone);
        }
    }

    public void confirm(DiaryId id, UUID plan, Interval interval) {
        decisions.decide(diaries, id, diary -> {
            diary.confirm(plan, interval);
            return id;
        });
    }

    public void begin(UUID plan) {
        for (Diary diary : diaries.findByBookingsTakerPlanIdOrderByIdAsc(plan)) {
            decisions.decide(diaries, diary.id(), asked -> {
                asked.begin(plan);
                return plan;
            });
        }
    }

    /** Gives back what that version of the plan, and no later one, had of it. */
    public void release(DiaryId id, UUID plan, long before) {
        decisions.decide(diaries, id, diary -> diary.release(plan, before));
    }

    /** Asks every diary that has a line of this plan, but for those that this version of it uses, to give it back. */
    public void releaseAllBut(UUID plan, Set<DiaryId> stillUsed, long asOf) {
        for (Diary diary : diaries.findByBookingsTakerPlanIdOrderByIdAsc(plan)) {
            if (!stillUsed.contains(diary.id())) {
                release(diary.id(), plan, asOf);
            }
        }
    }

    private DiaryRefusal named(DiaryRefusal refusal, ZoneId zone) {
        if (refusal.reason() != DiaryRefusal.Reason.ALREADY_BOOKED) {
            return refusal;
        }
        List<Object> values = refusal.values();
        Instant from = (Instant) values.get(1);
        Instant until = (Instant) values.get(2);
        Taker other = (Taker) values.get(3);
        return new DiaryRefusal(
                DiaryRefusal.Reason.ALREADY_BOOKED,
                values.get(0),
                partners.nameOf(other.partnerId())
                        .map(name -> name.in(LocaleContextHolder.getLocale()))
                        .orElse("–"),
                DAY_AND_TIME.format(from.atZone(zone)),
                TIME.format(until.atZone(zone)),
                times.buffer().toMinutes());
    }
}
