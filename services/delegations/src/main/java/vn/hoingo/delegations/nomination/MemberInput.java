package vn.hoingo.delegations.nomination;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.member.MemberKind;
import vn.hoingo.delegations.member.Named;
import vn.hoingo.delegations.member.Need;
import vn.hoingo.delegations.text.CountryCode;
import vn.hoingo.delegations.text.LatinName;
import vn.hoingo.delegations.text.OneLine;
import vn.hoingo.delegations.vault.VaultField;

/** A member as a focal point types it. */
public record MemberInput(
        @Nullable UUID memberId,
        @Nullable UUID personId,
        @NotNull MemberKind kind,
        @Nullable UUID companionOf,
        @Nullable @OneLine String function,
        @Nullable @Min(1) @Max(10) Integer rank,

        @Nullable @Size(max = 20)
        List<@NotNull @Pattern(regexp = "[a-z]{2,3}", message = "{text.language}") String> languages,

        @Nullable List<@NotNull Need> needs,
        @Valid @Nullable PersonTyped person) {

    public Nomination nomination() {
        return new Nomination(
                memberId,
                personId,
                kind,
                companionOf,
                function,
                rank,
                languages == null ? List.of() : languages,
                needs == null ? List.of() : needs.stream().distinct().toList(),
                person == null ? null : person.named(),
                person == null ? Map.of() : person.secrets());
    }

    /** Who it is; the last three go straight to the vault. */
    public record PersonTyped(
            @NotBlank @LatinName String passportName,
            @Nullable @OneLine String nativeName,
            @Nullable @OneLine String displayName,
            @Nullable @OneLine String formOfAddress,

            @Nullable @CountryCode String nationality,

            @Nullable @Pattern(regexp = "[A-Za-z0-9 -]{3,20}", message = "{person.passport-number}")
            String passportNumber,

            @Nullable @Past(message = "{person.birth-date}") LocalDate birthDate,

            @Nullable @Size(max = 2000, message = "{text.too-long-note}")
            String diet) {

        Named named() {
            return new Named(passportName.strip(), nativeName, displayName, formOfAddress, nationality);
        }

        Map<VaultField, String> secrets() {
            Map<VaultField, String> secrets = new EnumMap<>(VaultField.class);
            if (passportNumber != null) {
                secrets.put(VaultField.PASSPORT_NUMBER, passportNumber);
            }
            if (birthDate != null) {
                secrets.put(VaultField.BIRTH_DATE, birthDate.toString());
            }
            if (diet != null && !diet.isBlank()) {
                secrets.put(VaultField.DIET, diet);
            }
            return secrets;
        }
    }
}
