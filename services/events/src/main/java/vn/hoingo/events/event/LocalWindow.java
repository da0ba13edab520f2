package vn.hoingo.events.event;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.time.ZoneId;
import vn.hoingo.doors.Invalid;

/** A window as somebody typed it; the zone is an IANA name. */
public record LocalWindow(
        @NotNull LocalDateTime start,
        @NotNull LocalDateTime end,
        @NotBlank @Size(max = 40) String zone) {

    /** The window, or {@link Invalid} at the field that is wrong. */
    public Window checked(String pointer) {
        Window window = new Window(start, end, zone(zone, pointer + "/zone"));
        if (!window.endsAfterItStarts()) {
            throw new Invalid(pointer + "/end", "events.ends-before-it-starts");
        }
        return window;
    }

    public static ZoneId zone(String name, String pointer) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new Invalid(pointer, "events.unknown-zone", name);
        }
        return ZoneId.of(name);
    }
}
