package vn.hoingo.portal.delegation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of a delegation is other than when the host last decided about it; {@code since} is null before the first decision. */
public record Differences(@Nullable Instant since, List<OfMember> members, boolean languages) {

    public boolean isNothing() {
        return members.isEmpty() && !languages;
    }

    /** One who came, left or is otherwise now. */
    public record OfMember(
            UUID memberId,
            String kind,
            @Nullable String name,
            @Nullable String inPlaceOf,
            List<Field> fields) {}

    /** @param before what was there, where that is for a list */
    public record Field(String field, @Nullable String before) {}
}
