package vn.hoingo.delegations.member;

import java.util.List;

/**
 * One thing that is wrong or missing in a composition.
 *
 * @param pointer where it stands in the composition, as it was given: {@code /members/2/rank}
 * @param values what the sentence about it names
 */
public record Gap(Reason reason, String pointer, List<Object> values) {

    /** What may be wrong. */
    public enum Reason {
        NO_HEAD,
        TWO_HEADS,
        HEAD_IS_COMPANION,
        COMPANION_WITHOUT_MEMBER,
        COMPANION_OF_NOBODY,
        NOT_A_COMPANION,
        SAME_PERSON_TWICE,
        MEMBER_TWICE,
        FUNCTION_MISSING,
        RANK_MISSING,
        LANGUAGE_MISSING,
        OVER_QUOTA,
        EMPTY_PARTY,
        UNKNOWN_MEMBER,
        MEMBER_IN_TWO_PARTIES,
        PARTY_TWICE,
        FLIGHT_INCOMPLETE,
        ARRIVES_BEFORE_DEPARTURE
    }

    static Gap of(Reason reason, String pointer, Object... values) {
        return new Gap(reason, pointer, List.of(values));
    }
}
