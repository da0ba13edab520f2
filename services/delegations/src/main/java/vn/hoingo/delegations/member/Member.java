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
        return with(kind, rank, next, replaces, replacedBy, typed);
    }

    public Member as(MemberKind next) {
        return with(next, rank, state, replaces, replacedBy, typed);
    }

    public Member ranked(int corrected) {
        return with(kind, corrected, state, replaces, replacedBy, typed);
    }

    public Member inPlaceOf(MemberId old) {
        return with(kind, rank, state, old, replacedBy, typed);
    }

    public Member replacedBy(MemberId next) {
        return with(kind, rank, MemberState.REPLACED, replaces, next, typed);
    }

    /** The person has the name now. */
    public Member known() {
        return with(kind, rank, state, replaces, replacedBy, null);
    }

    private Member with(
            MemberKind nextKind,
            @Nullable Integer nextRank,
            MemberState nextState,
            @Nullable MemberId nextReplaces,
            @Nullable MemberId nextReplacedBy,
            @Nullable Named nextTyped) {
        return new Member(
                memberId,
                person,
                nextKind,
                companionOf,
                function,
                nextRank,
                nextState,
                languages,
                needs,
                nextReplaces,
                nextReplacedBy,
                nextTyped,
                identity);
    }
}
