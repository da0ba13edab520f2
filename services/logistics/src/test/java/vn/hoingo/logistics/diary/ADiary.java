package vn.hoingo.logistics.diary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.hoingo.logistics.diary.Booking.Taker;

/** Diaries for tests, and the parties that want them. */
final class ADiary {

    static final DiaryId VAN_07 = new DiaryId(UUID.fromString("01dc5308-1dcb-7829-9f73-7cf7e80c3942"));
    static final DiaryId HANA = new DiaryId(UUID.fromString("01957869-5e00-7f21-909e-50196fff5dc6"));
    static final Taker BUSAN = taker("01879f7d-6b96-7a01-9097-62d911a32d45");
    static final Taker BANGKOK = taker("01879f7d-6b96-7a01-9097-62d911a32d46");
    static final Duration BUFFER = Duration.ofMinutes(30);
    static final Instant SIX = Instant.parse("2026-09-22T06:00:00Z");
    static final Instant HOLD_ENDS = SIX.minusSeconds(3600);

    private ADiary() {}

    static Diary ofAVan() {
        return Diary.add(VAN_07, Kind.VEHICLE, "Xe 07 · 51B-123.45", 16, List.of(), null);
    }

    static Diary ofAnInterpreter() {
        return Diary.add(HANA, Kind.INTERPRETER, "Hana", 0, List.of("ja", "ko"), null);
    }

    static Diary heldBy(Taker taker, Interval interval) {
        Diary diary = ofAVan();
        diary.hold(taker, 1, interval, null, BUFFER, HOLD_ENDS);
        return diary;
    }

    static Diary confirmedFor(Taker taker, Interval interval) {
        Diary diary = heldBy(taker, interval);
        diary.confirm(taker.planId(), interval);
        return diary;
    }

    /** From so many minutes after six until so many. */
    static Interval minutes(int from, int until) {
        return new Interval(SIX.plusSeconds(60L * from), SIX.plusSeconds(60L * until));
    }

    static Taker taker(String plan) {
        return new Taker(
                UUID.fromString(plan),
                UUID.fromString("0114bf63-7717-7db4-80ec-c554b2ec4c3f"),
                UUID.fromString("01e1f80b-d70a-7078-8c78-55a451731b74"),
                UUID.fromString("013fa48c-a885-7781-b484-2fa7456f3ece"));
    }
}
