package vn.hoingo.logistics.arrival;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.logistics.diary.Diary;
import vn.hoingo.logistics.diary.DiaryDesk;
import vn.hoingo.logistics.diary.DiaryId;
import vn.hoingo.messaging.WhenDue;

/** What was kept for a plan that did not come to stand is given back. */
@Component
class WhenHoldEnds implements WhenDue<Diary> {

    private final DiaryDesk diaries;
    private final ArrangingArrivals arranging;

    WhenHoldEnds(DiaryDesk diaries, ArrangingArrivals arranging) {
        this.diaries = diaries;
        this.arranging = arranging;
    }

    @Override
    public Class<Diary> aggregate() {
        return Diary.class;
    }

    @Override
    public void becameDue(UUID id, Instant now) {
        Diary diary = diaries.get(new DiaryId(id));
        diary.holdsOverAt(now).forEach(plan -> arranging.holdIsOver(diary, plan));
    }
}
