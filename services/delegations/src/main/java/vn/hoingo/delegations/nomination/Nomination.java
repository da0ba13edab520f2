package vn.hoingo.delegations.nomination;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.member.Member;
import vn.hoingo.delegations.member.MemberId;
import vn.hoingo.delegations.member.MemberKind;
import vn.hoingo.delegations.member.Named;
import vn.hoingo.delegations.member.Need;
import vn.hoingo.delegations.vault.VaultField;

/**
 * What somebody said about one member, in a save or in a change.
 *
 * @param memberId null when it is a new one
 * @param personId somebody who is known already; null otherwise
 * @param named what was typed; null when the person is known or was typed before
 * @param secrets what goes to the vault
 */
public record Nomination(
        @Nullable UUID memberId,
        @Nullable UUID personId,
        MemberKind kind,
        @Nullable UUID companionOf,
        @Nullable String function,
        @Nullable Integer rank,
        List<String> languages,
        List<Need> needs,
        @Nullable Named named,
        Map<VaultField, String> secrets) {

    /** The member as it stands; nothing new is said about it. */
    public static Nomination of(Member member) {
        MemberId with = member.companionOf();
        return new Nomination(
                member.memberId().value(),
                null,
                member.kind(),
                with == null ? null : with.value(),
                member.function(),
                member.rank(),
                member.languages(),
                member.needs(),
                null,
                Map.of());
    }

    /** Whoever comes in somebody's place comes as what that one came; a head, though, leads only from the day that this is accepted. */
    public Nomination inPlaceOf(Member leaving) {
        MemberId with = leaving.companionOf();
        return new Nomination(
                null,
                personId,
                leaving.isHead() ? MemberKind.DELEGATE : leaving.kind(),
                with == null ? null : with.value(),
                function,
                rank,
                languages.isEmpty() ? leaving.languages() : languages,
                needs,
                named,
                secrets);
    }

    /** The same one, who comes with this member. */
    public Nomination with(UUID member) {
        return new Nomination(memberId, personId, kind, member, function, rank, languages, needs, named, secrets);
    }
}
