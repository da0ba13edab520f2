package vn.hoingo.delegations.nomination;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.member.MemberKind;
import vn.hoingo.delegations.member.Need;

/**
 * A member as a row of somebody's list names it.
 *
 * @param row which row; with the list, what makes taking it twice the same as once
 * @param companionOf the passport name of the member with whom a companion comes
 */
public record ListedMember(
        int row,
        MemberKind kind,
        @Nullable String companionOf,
        @Nullable String function,
        @Nullable Integer rank,
        List<String> languages,
        List<Need> needs,
        String passportName,
        @Nullable String nativeName,
        @Nullable String displayName,
        @Nullable String formOfAddress,
        @Nullable String nationality,
        @Nullable String passportNumber,
        @Nullable LocalDate birthDate,
        @Nullable String diet) {

    public MemberInput typed() {
        return new MemberInput(
                null,
                null,
                kind,
                null,
                function,
                rank,
                languages,
                needs,
                new MemberInput.PersonTyped(
                        passportName,
                        nativeName,
                        displayName,
                        formOfAddress,
                        nationality,
                        passportNumber,
                        birthDate,
                        diet));
    }
}
