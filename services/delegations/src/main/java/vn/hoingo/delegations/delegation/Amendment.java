package vn.hoingo.delegations.delegation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;
import vn.hoingo.delegations.member.MemberId;
import vn.hoingo.delegations.text.Coded;

/**
 * A change of an approved delegation that waits for the host, while everything else stays approved.
 *
 * @param replaces in whose place the member comes; null when nobody leaves
 */
public record Amendment(
        UUID changeId, Kind kind, MemberId member, @Nullable MemberId replaces, Instant at) {

    /** What is to change. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    public enum Kind implements Coded {
        MEMBER_ADDED,
        MEMBER_REPLACED,
        HEAD_REPLACED
    }
}
