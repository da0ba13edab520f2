package vn.hoingo.logistics.diary;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.logistics.programme.Text;

/** A diary as a dispatcher reads it: the resource, and its bookings in order. */
record DiaryView(
        UUID id,
        Kind kind,
        String label,
        @Nullable Integer seats,
        List<String> languages,
        @Nullable String airport,
        boolean inService,
        long bufferMinutes,
        long version,
        List<BookingView> bookings) {

    static DiaryView of(Diary diary, List<Booking> shown, Duration buffer, Map<UUID, Text> names) {
        return new DiaryView(
                diary.id().value(),
                diary.kind(),
                diary.label(),
                diary.seats() > 0 ? diary.seats() : null,
                diary.languages(),
                diary.airport(),
                diary.isInService(),
                buffer.toMinutes(),
                diary.version(),
                shown.stream()
                        .sorted(Comparator.comparing(
                                booking -> booking.interval().from()))
                        .map(booking -> BookingView.of(booking, names))
                        .toList());
    }

    record BookingView(
            UUID planId,
            UUID delegationId,
            UUID eventId,
            @Nullable Text partner,
            Instant from,
            Instant until,
            String state,
            @Nullable Instant heldUntil,
            @Nullable String language) {

        static BookingView of(Booking booking, Map<UUID, Text> names) {
            return new BookingView(
                    booking.taker().planId(),
                    booking.taker().delegationId(),
                    booking.taker().eventId(),
                    names.get(booking.taker().partnerId()),
                    booking.interval().from(),
                    booking.interval().until(),
                    booking.state().code(),
                    booking.heldUntil(),
                    booking.language());
        }
    }
}
