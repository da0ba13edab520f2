package vn.hoingo.delegations.delegation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.member.MemberId;
import vn.hoingo.doors.Coded;

/**
 * A change of an approved delegation that waits for the host, while everything else stays approved.
 *
 * @param replaces in whose place the member comes; null when nobody leaves
 */
public record Amendment(
        UUID changeId, Kind kind, MemberId member, @Nullable MemberId replaces, Instant at) {

    /** What is to change. */
    public enum Kind implements Coded {
        MEMBER_ADDED,
        MEMBER_REPLACED,
        HEAD_REPLACED
    }
}
