package vn.hoingo.logistics.arrival;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.doors.Coded;
import vn.hoingo.logistics.TravelTimes;
import vn.hoingo.logistics.itinerary.ItineraryId;
import vn.hoingo.logistics.party.Flight;
import vn.hoingo.logistics.programme.Text;

/** One row of the arrivals board; each local time has its zone beside it. */
record ArrivalView(
        UUID id,
        UUID itineraryId,
        UUID delegationId,
        UUID eventId,
        UUID partnerId,
        UUID partyId,
        @Nullable Text partner,
        String state,
        long version,
        int people,
        int luggage,
        int seatsNeeded,
        boolean heads,
        int headRank,
        String entitlement,
        List<String> languages,
        boolean interpreterNeeded,
        Flight flight,
        LocalDateTime lands,
        String landsZone,
        Instant landsAt,
        Instant scheduledAt,
        long delayMinutes,
        boolean tentative,
        @Nullable Instant landedAt,
        Instant pickUpAt,
        LocalDateTime pickUp,
        Instant readyAt,
        @Nullable AssignmentView vehicle,
        @Nullable AssignmentView interpreter,
        @Nullable FirstObligation firstObligation,
        boolean atRisk,
        boolean straightToVenue,
        List<CauseView> causes,
        List<String> missing,
        @Nullable String closedBecause) {

    static ArrivalView of(ArrivalPlan plan, @Nullable Text partner, TravelTimes times, Sentences sentences) {
        Travellers travellers = plan.travellers();
        return new ArrivalView(
                plan.id().value(),
                ItineraryId.of(plan.delegationId(), plan.partyId()).value(),
                plan.delegationId(),
                plan.eventId(),
                plan.partnerId(),
                plan.partyId(),
                partner,
                plan.state().code(),
                plan.version(),
                travellers.people(),
                travellers.luggage(),
                plan.seatsNeeded(times),
                travellers.heads(),
                travellers.headRank(),
                travellers.entitlement(times).code(),
                travellers.languages(),
                travellers.needInterpreter(),
                plan.flight(),
                plan.lands(),
                plan.zone().getId(),
                plan.landsAt(),
                plan.scheduledAt(),
                Duration.between(plan.scheduledAt(), plan.landsAt()).toMinutes(),
                plan.isTentative(),
                plan.landedAt(),
                plan.pickUpAt(),
                LocalDateTime.ofInstant(plan.pickUpAt(), plan.zone()),
                plan.readyAt(),
                AssignmentView.of(plan.vehicle()),
                AssignmentView.of(plan.interpreter()),
                plan.obligation(),
                plan.isAtRisk(),
                plan.goesStraightToTheVenue(),
                plan.causes().stream()
                        .map(cause -> new CauseView(cause.code(), sentences.of("cause." + cause.code())))
                        .toList(),
                plan.missing().stream().map(Coded::code).toList(),
                plan.closedBecause());
    }

    record CauseView(String code, Text text) {}

    record AssignmentView(
            UUID resourceId,
            String label,
            @Nullable Integer seats,
            @Nullable String language,
            Instant from,
            Instant until) {

        static @Nullable AssignmentView of(@Nullable Assignment assignment) {
            return assignment == null
                    ? null
                    : new AssignmentView(
                            assignment.resourceId(),
                            assignment.label(),
                            assignment.seats() > 0 ? assignment.seats() : null,
                            assignment.language(),
                            assignment.interval().from(),
                            assignment.interval().until());
        }
    }
}
