package vn.hoingo.delegations.member;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.person.PersonId;
import vn.hoingo.delegations.quota.Identity;

/**
 * One place in a delegation and who takes it. Somebody else in this place is another member, linked to this one; a name is
 * never written over.
 *
 * @param companionOf with whom a companion comes, and leaves
 * @param typed the name as it was typed, until the person has it
 * @param identity what tells this member from others
 */
public record Member(
        MemberId memberId,
        PersonId person,
        MemberKind kind,
        @Nullable MemberId companionOf,
        @Nullable String function,
        @Nullable Integer rank,
        MemberState state,
        List<String> languages,
        List<Need> needs,
        @Nullable MemberId replaces,
        @Nullable MemberId replacedBy,
        @Nullable Named typed,
        Identity identity) {

    public static final int LOWEST_RANK = 10;

    /** What a focal point says of a member; the person is looked up or noted on the way. */
    public static Member nominated(
            MemberId memberId,
            PersonId person,
            MemberKind kind,
            @Nullable MemberId companionOf,
            @Nullable String function,
            @Nullable Integer rank,
            List<String> languages,
            List<Need> needs,
            @Nullable Named typed,
            Identity identity) {
        return new Member(
                memberId,
                person,
                kind,
                companionOf,
                function,
                rank,
                MemberState.NOMINATED,
                languages,
                needs,
                null,
                null,
                typed,
                identity);
    }

    public boolean isLive() {
        return state.isLive();
    }

    public boolean isApproved() {
        return state == MemberState.APPROVED;
    }

    public boolean isHead() {
        return kind == MemberKind.HEAD;
    }

    public boolean isCompanion() {
        return kind == MemberKind.COMPANION;
    }

    public int rankOrLowest() {
        return rank == null ? LOWEST_RANK : rank;
    }

    public Member in(MemberState next) {
        return new Member(
                memberId,
                person,
                kind,
                companionOf,
                function,
                rank,
                next,
                languages,
                needs,
                replaces,
                replacedBy,
                typed,
                identity);
    }

    public Member as(MemberKind next) {
        return new Member(
                memberId,
                person,
                next,
                companionOf,
                function,
                rank,
                state,
                languages,
                needs,
                replaces,
                replacedBy,
                typed,
                identity);
    }

    public Member ranked(int corrected) {
        return new Member(
                memberId,
                person,
                kind,
                companionOf,
                function,
                corrected,
                state,
                languages,
                needs,
                replaces,
                replacedBy,
                typed,
                identity);
    }

    public Member inPlaceOf(MemberId old) {
        return new Member(
                memberId,
                person,
                kind,
                companionOf,
                function,
                rank,
                state,
                languages,
                needs,
                old,
                replacedBy,
                typed,
                identity);
    }

    public Member replacedBy(MemberId next) {
        return new Member(
                memberId,
                person,
                kind,
                companionOf,
                function,
                rank,
                MemberState.REPLACED,
                languages,
                needs,
                replaces,
                next,
                typed,
                identity);
    }

    /** The person has the name now. */
    public Member known() {
        return new Member(
                memberId,
                person,
                kind,
                companionOf,
                function,
                rank,
                state,
                languages,
                needs,
                replaces,
                replacedBy,
                null,
                identity);
    }
}
