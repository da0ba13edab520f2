package vn.hoingo.delegations.member;

import vn.hoingo.doors.Coded;

/** What somebody needs, as a code that may travel: how many, never who. What a code cannot say is for the vault. */
public enum Need implements Coded {
    WHEELCHAIR,
    STEP_FREE_ACCESS,
    GROUND_FLOOR_ROOM,
    HEARING_SUPPORT,
    SIGHT_SUPPORT,
    SIGN_LANGUAGE,
    MEDICAL_ATTENTION,
    PRAYER_ROOM,
    VEGETARIAN_MEAL,
    VEGAN_MEAL,
    HALAL_MEAL,
    KOSHER_MEAL,
    NO_PORK,
    NO_BEEF,
    GLUTEN_FREE_MEAL,
    FOOD_ALLERGY
}
