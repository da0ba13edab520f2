package vn.hoingo.portal.arrival;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hoingo.portal.arrival.LogisticsClient.Arrival;
import vn.hoingo.portal.arrival.LogisticsClient.Booked;

/** Cars against the hours of one day, drawn in units of one picture: a place for each ride, a dashed one where a late ride was. */
record Board(List<Hour> hours, List<Row> rows, @Nullable Integer now, String nowAt, int height) {

    static final int LABELS = 130;
    static final int WIDTH = 1190;
    private static final int TOP = 28;
    private static final int STEP = 28;
    private static final int FEWEST_HOURS = 8;

    record Hour(int x, String label) {}

    record Row(int y, String label, List<Ride> rides) {}

    /** @param wasX where it would have been, -1 when it is on time */
    record Ride(int x, int width, String label, String tone, String id, int wasX) {

        public boolean isLate() {
            return wasX >= 0;
        }

        /** Narrow rides have their name beside them. */
        public boolean isNarrow() {
            return width < label.length() * 6 + 10;
        }
    }

    static @Nullable Board of(List<Arrival> arrivals, LocalDate day, ZoneId zone, Instant now) {
        List<Arrival> driven = arrivals.stream()
                .filter(arrival -> !arrival.isOver() && drive(arrival) != null)
                .toList();
        if (driven.isEmpty()) {
            return null;
        }
        LocalDateTime first = driven.stream()
                .map(arrival -> early(arrival, zone))
                .min(LocalDateTime::compareTo)
                .orElseThrow()
                .truncatedTo(ChronoUnit.HOURS);
        LocalDateTime last = driven.stream()
                .map(arrival -> LocalDateTime.ofInstant(until(arrival), zone))
                .max(LocalDateTime::compareTo)
                .orElseThrow()
                .plusMinutes(59)
                .truncatedTo(ChronoUnit.HOURS);
        long span = Math.max(FEWEST_HOURS, ChronoUnit.HOURS.between(first, last));
        Scale scale = new Scale(first, span * 60, zone);

        Map<String, List<Arrival>> byCar = new LinkedHashMap<>();
        driven.forEach(arrival ->
                byCar.computeIfAbsent(car(arrival), none -> new ArrayList<>()).add(arrival));
        List<Row> rows = new ArrayList<>();
        byCar.forEach((car, rides) -> rows.add(new Row(
                TOP + rows.size() * STEP,
                car,
                rides.stream().map(arrival -> ride(arrival, scale)).toList())));

        List<Hour> hours = new ArrayList<>();
        for (int i = 0; i <= span; i++) {
            hours.add(new Hour(
                    scale.at(first.plusHours(i)),
                    String.format("%02d:00", first.plusHours(i).getHour())));
        }
        LocalDateTime present = LocalDateTime.ofInstant(now, zone);
        boolean shown = !present.isBefore(first) && present.isBefore(first.plusHours(span));
        return new Board(
                hours,
                rows,
                shown ? scale.at(present) : null,
                String.format("%02d:%02d", present.getHour(), present.getMinute()),
                TOP + rows.size() * STEP + 22);
    }

    private static @Nullable Booked drive(Arrival arrival) {
        Booked car = arrival.vehicle();
        return car == null || car.from() == null || car.until() == null ? null : car;
    }

    private static String car(Arrival arrival) {
        Booked car = drive(arrival);
        return car == null ? "" : car.label();
    }

    private static Instant from(Arrival arrival) {
        Booked car = drive(arrival);
        return car == null || car.from() == null ? Instant.EPOCH : car.from();
    }

    private static Instant until(Arrival arrival) {
        Booked car = drive(arrival);
        return car == null || car.until() == null ? Instant.EPOCH : car.until();
    }

    private static LocalDateTime early(Arrival arrival, ZoneId zone) {
        return LocalDateTime.ofInstant(
                from(arrival).minus(Duration.ofMinutes(Math.max(0, arrival.delayMinutes()))), zone);
    }

    private static Ride ride(Arrival arrival, Scale scale) {
        int x = scale.at(LocalDateTime.ofInstant(from(arrival), scale.zone()));
        int end = scale.at(LocalDateTime.ofInstant(until(arrival), scale.zone()));
        boolean late = arrival.delayMinutes() > 0;
        int was = late
                ? scale.at(LocalDateTime.ofInstant(
                        from(arrival).minus(Duration.ofMinutes(arrival.delayMinutes())), scale.zone()))
                : -1;
        String tone = arrival.tone().equals("risk") ? "risk" : arrival.tone().equals("wait") ? "wait" : "";
        return new Ride(
                x,
                Math.max(6, end - x),
                arrival.who() + " " + arrival.people(),
                tone,
                arrival.id().toString(),
                was);
    }

    private record Scale(LocalDateTime first, long minutes, ZoneId zone) {

        int at(LocalDateTime time) {
            return (int)
                    (LABELS + (WIDTH - LABELS) * Duration.between(first, time).toMinutes() / minutes);
        }
    }
}
