package vn.hoingo.delegations.person;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.vault.VaultField;

/** A person as they are shown; of the vault only what is on file, never what it says. */
record PersonView(
        UUID id,
        @Nullable UUID partnerId,
        String passportName,
        @Nullable String nativeName,
        String displayName,
        @Nullable String formOfAddress,
        @Nullable String function,
        int rank,
        String category,
        @Nullable String nationality,
        List<String> languages,
        @Nullable String email,
        Set<VaultField> onFile,
        String state,
        long version) {

    static PersonView of(Person person, Set<VaultField> onFile) {
        Particulars known = person.particulars();
        var partner = person.partner();
        return new PersonView(
                person.id().value(),
                partner == null ? null : partner.value(),
                known.passportName(),
                known.nativeName(),
                known.shownName(),
                known.formOfAddress(),
                known.function(),
                known.rank(),
                known.category(),
                known.nationality(),
                known.languages(),
                known.email(),
                onFile,
                person.state().code(),
                person.version());
    }
}
