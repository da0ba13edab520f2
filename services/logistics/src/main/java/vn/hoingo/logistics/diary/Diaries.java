package vn.hoingo.logistics.diary;

import java.util.List;
import java.util.UUID;
import vn.hoingo.messaging.Aggregates;

/** The diaries of everything and everybody that can be booked. */
interface Diaries extends Aggregates<Diary, DiaryId> {

    List<Diary> findByKindAndInServiceOrderBySeatsAscIdAsc(Kind kind, boolean inService);

    List<Diary> findByBookingsTakerPlanIdOrderByIdAsc(UUID plan);
}
