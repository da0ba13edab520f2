package vn.hoingo.delegations.nomination;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.member.Flight;
import vn.hoingo.delegations.member.MemberId;
import vn.hoingo.delegations.member.Party;
import vn.hoingo.doors.Invalid;
import vn.hoingo.messaging.Acting;

/** Who travels together, as a focal point types it; a flight may have gaps until the registration is sent. */
public record PartyInput(
        @Nullable UUID partyId,
        @NotNull @Size(max = 200) List<@NotNull UUID> memberIds,
        @Nullable @Min(0) @Max(500) Integer luggage,
        @Valid @Nullable FlightTyped flight) {

    public static List<Party> parties(List<PartyInput> inputs) {
        List<Invalid.Field> bad = new ArrayList<>();
        List<Party> parties = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            PartyInput input = inputs.get(i);
            FlightTyped typed = input.flight;
            if (typed != null) {
                known("/parties/" + i + "/flight/departsZone", typed.departsZone, bad);
                known("/parties/" + i + "/flight/arrivesZone", typed.arrivesZone, bad);
            }
            parties.add(new Party(
                    input.partyId == null ? Acting.current().newId("party") : input.partyId,
                    input.memberIds.stream().map(MemberId::new).toList(),
                    input.luggage == null ? 0 : input.luggage,
                    typed == null || typed.isEmpty() ? null : typed.flight()));
        }
        if (!bad.isEmpty()) {
            throw Invalid.all(bad);
        }
        return parties;
    }

    private static void known(String pointer, @Nullable String zone, List<Invalid.Field> bad) {
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            bad.add(new Invalid.Field(pointer, "flight.unknown-zone", List.of(zone)));
        }
    }

    /** A flight into the city. */
    public record FlightTyped(
            @Nullable @Pattern(regexp = "[A-Z0-9]{2,3} ?[0-9]{1,4}[A-Z]?", message = "{flight.number}")
            String number,

            @Nullable @Pattern(regexp = "[A-Z]{3}", message = "{flight.airport}")
            String origin,

            @Nullable @Pattern(regexp = "[A-Z]{3}", message = "{flight.airport}")
            String airport,

            @Nullable @Pattern(regexp = "[\\p{L}\\p{N} -]{1,16}", message = "{flight.terminal}")
            String terminal,

            @Nullable LocalDateTime departs,
            @Nullable @Size(max = 64) String departsZone,
            @Nullable LocalDateTime arrives,
            @Nullable @Size(max = 64) String arrivesZone) {

        private Flight flight() {
            return new Flight(number, origin, airport, terminal, departs, departsZone, arrives, arrivesZone);
        }

        private boolean isEmpty() {
            return number == null
                    && origin == null
                    && terminal == null
                    && departs == null
                    && departsZone == null
                    && arrives == null;
        }
    }
}
