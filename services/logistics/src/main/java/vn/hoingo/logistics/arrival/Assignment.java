package vn.hoingo.logistics.arrival;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.logistics.diary.Diary;
import vn.hoingo.logistics.diary.DiaryId;
import vn.hoingo.logistics.diary.Interval;

/**
 * A car or an interpreter of a plan, for the time that its diary granted.
 *
 * @param language in which an interpreter speaks for the party; null for a car
 * @param byHand a person chose it: it is firm at once, whatever else is missing
 */
record Assignment(
        UUID resourceId,
        String label,
        int seats,
        Interval interval,
        @Nullable String language,
        boolean byHand) {

    static Assignment of(Diary diary, Interval interval, @Nullable String language, boolean byHand) {
        return new Assignment(diary.id().value(), diary.label(), diary.seats(), interval, language, byHand);
    }

    DiaryId diary() {
        return new DiaryId(resourceId);
    }
}
