package vn.hoingo.logistics.arrival;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.hoingo.logistics.diary.Booking.Taker;
import vn.hoingo.logistics.diary.Diary;
import vn.hoingo.logistics.diary.Interval;
import vn.hoingo.logistics.diary.Kind;

/**
 * What a plan asks the diaries for.
 *
 * @param version of the plan that asks; what is granted to an earlier one is not taken
 * @param languages one of which an interpreter must speak; empty when none is needed
 */
record Demand(
        long version, Taker taker, Interval interval, ZoneId zone, int seats, String airport, List<String> languages) {

    boolean isMetBy(Diary diary) {
        return diary.kind() == Kind.VEHICLE
                ? diary.seats() >= seats && worksAt(diary)
                : language(diary).isPresent() && worksAt(diary);
    }

    boolean worksAt(Diary diary) {
        return diary.airport() == null || diary.airport().equals(airport);
    }

    /** The first of the party's languages that this interpreter speaks. */
    Optional<String> language(Diary diary) {
        return languages.stream().filter(diary.languages()::contains).findFirst();
    }
}
