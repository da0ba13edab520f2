package vn.hoingo.logistics.itinerary;

import vn.hoingo.messaging.Refusal;

/** Why an itinerary says no. */
class ItineraryRefusal extends Refusal {

    ItineraryRefusal(Reason reason, Object... values) {
        super(reason, values);
    }

    enum Reason {
        ALREADY_LANDED,
        FLIGHT_WAS_CANCELLED,
        NOBODY_TRAVELS,
        LANDS_BEFORE_IT_DEPARTS,
        LANDED_IN_THE_FUTURE
    }
}
