package vn.hoingo.events.template;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import vn.hoingo.events.activity.Activity;
import vn.hoingo.events.event.Window;
import vn.hoingo.events.event.Words;

/**
 * What editions of one kind have in common, counted from day 0, their first day.
 *
 * @param zone the IANA zone in which its times are meant
 * @param days how many days it lasts
 * @param opens when the first day begins, by the clock on the wall
 * @param closes when the last day ends
 */
public record Template(
        String code,
        String series,
        Words name,
        Words example,
        String zone,
        String venue,
        int days,
        LocalTime opens,
        LocalTime closes,
        List<Part> activities) {

    Window window(LocalDate day0, ZoneId at) {
        return new Window(day0.atTime(opens), day0.plusDays(days - 1L).atTime(closes), at);
    }

    /** The name of an edition, such as “Friendship Dialogue 2026”. */
    Words name(String edition) {
        return new Words(name.vi() + " " + edition, name.en() + " " + edition);
    }

    /** One activity of every edition. */
    public record Part(
            Activity.Kind kind,
            Words name,
            int day,
            LocalTime start,
            int minutes,
            String place,
            int capacity,
            Activity.Admission admission) {

        Activity.Plan plan(LocalDate day0, ZoneId at) {
            Window when = Window.of(day0.plusDays(day), start, Duration.ofMinutes(minutes), at);
            return new Activity.Plan(kind, name, when, place, capacity, admission, false);
        }
    }
}
