package vn.hoingo.delegations.delegation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.duplicate.Likeness;
import vn.hoingo.delegations.text.Finding;
import vn.hoingo.doors.Coded;

/**
 * What becomes of the rows that one list has for one delegation.
 *
 * @param delegation the one that takes them; null when there is none to take them yet
 * @param begun true when there was none, and this list begins it
 * @param version of the delegation when this list had written it; 0 when it only looked
 * @param submitted true when it was sent to the host
 * @param notSubmitted why it was not sent although that was wished
 */
public record Listed(
        @Nullable UUID delegation,
        boolean begun,
        long version,
        boolean submitted,
        List<Finding> notSubmitted,
        Map<Integer, Verdict> verdicts) {

    /** What becomes of a row. */
    public enum Outcome implements Coded {
        /** Somebody who was not known. */
        NEW,
        /** Somebody the partner has sent before. */
        KNOWN,
        /** Somebody who is in this delegation anyway; nothing is to be done. */
        ALREADY_THERE,
        /** The row cannot be taken. */
        WRONG;

        public boolean isTaken() {
            return this == NEW || this == KNOWN;
        }
    }

    /**
     * One row's.
     *
     * @param because what tells that it is somebody known: passport, birth-date, nationality or name
     * @param differs the fields in which the row says something else than what is known of the person, who stays as known
     * @param mayBe somebody whom the partner has sent before, and who may be the same by another way of writing
     * @param likeness what makes one think so
     * @param trace what the member was when it was written, so that a later change shows
     */
    public record Verdict(
            Outcome outcome,
            @Nullable UUID member,
            @Nullable UUID person,
            @Nullable String because,
            List<String> differs,
            List<Finding> findings,
            @Nullable UUID mayBe,
            @Nullable Likeness likeness,
            @Nullable String trace) {

        static Verdict of(Outcome outcome, UUID member, UUID person, @Nullable String because) {
            return new Verdict(outcome, member, person, because, List.of(), List.of(), null, null, null);
        }

        public static Verdict wrong(Finding... findings) {
            return new Verdict(Outcome.WRONG, null, null, null, List.of(), List.of(findings), null, null, null);
        }

        Verdict traced(@Nullable String left) {
            return new Verdict(outcome, member, person, because, differs, findings, mayBe, likeness, left);
        }
    }
}
