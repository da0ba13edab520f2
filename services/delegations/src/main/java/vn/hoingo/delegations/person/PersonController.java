package vn.hoingo.delegations.person;

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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.delegations.duplicate.Known;
import vn.hoingo.delegations.duplicate.Likeness;
import vn.hoingo.delegations.partner.PartnerId;
import vn.hoingo.delegations.text.CountryCode;
import vn.hoingo.delegations.text.LatinName;
import vn.hoingo.delegations.text.MailAddress;
import vn.hoingo.delegations.text.OneLine;
import vn.hoingo.delegations.vault.VaultField;
import vn.hoingo.doors.Answers;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;

/** People over HTTP: for those who work with them, and for machines that say why. */
@RestController
@RequestMapping("/api/delegations/people")
class PersonController {

    private static final String READERS =
            "hasAnyRole('organiser', 'delegation-officer', 'protocol-officer', 'dispatcher', 'partner', 'service')";
    private static final String PURPOSE = "X-Purpose";

    private final PersonDesk desk;
    private final MessageSource words;

    PersonController(PersonDesk desk, MessageSource words) {
        this.desk = desk;
        this.words = words;
    }

    @GetMapping
    @PreAuthorize(READERS)
    Page<PersonView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID partner,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable @Size(max = Paging.MOST) List<UUID> id,
            @RequestHeader(name = PURPOSE, required = false) @Nullable String purpose,
            Paging paging,
            Caller caller) {
        PersonDesk.Question question = new PersonDesk.Question(q, partner, category, id == null ? List.of() : id);
        Page<Person> page = desk.list(question, caller, purpose, paging);
        Map<UUID, Set<VaultField>> onFile = desk.onFile(page.items());
        return page.map(person -> view(person, onFile));
    }

    @GetMapping("/{id}")
    @PreAuthorize(READERS)
    ResponseEntity<PersonView> see(
            @PathVariable PersonId id,
            @RequestHeader(name = PURPOSE, required = false) @Nullable String purpose,
            Caller caller) {
        return answer(desk.see(id, caller, purpose));
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('organiser', 'delegation-officer', 'protocol-officer', 'service')")
    ResponseEntity<PersonView> register(@Valid @RequestBody PersonInput input) {
        Person person = desk.register(
                input.partnerId() == null ? null : new PartnerId(input.partnerId()),
                input.particulars(),
                input.secrets());
        return Answers.created(
                person, "/api/delegations/people/" + person.id().value(), view(person, desk.onFile(List.of(person))));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAnyRole('organiser', 'delegation-officer')")
    ResponseEntity<PersonView> change(@PathVariable PersonId id, @Valid @RequestBody PersonInput input) {
        return answer(desk.change(id, input.particulars(), input.secrets()));
    }

    /** Who may be the same person; whether they are, the reader decides. */
    @GetMapping("/{id}/duplicates")
    @PreAuthorize("hasAnyRole('organiser', 'delegation-officer')")
    Duplicates duplicates(@PathVariable PersonId id) {
        return of(desk.duplicates(id));
    }

    /** Whom we may know already; asked before somebody is registered, so that nobody is there twice. */
    @PostMapping("/likenesses")
    @PreAuthorize("hasAnyRole('organiser', 'delegation-officer', 'protocol-officer')")
    Duplicates alike(@Valid @RequestBody Described described) {
        return of(desk.alike(new Known(
                described.passportName().strip(), described.nativeName(), described.nationality(), null, null)));
    }

    private Duplicates of(List<PersonDesk.Like> found) {
        Map<UUID, Set<VaultField>> onFile =
                desk.onFile(found.stream().map(PersonDesk.Like::person).toList());
        return new Duplicates(found.stream()
                .map(like -> new Duplicate(
                        view(like.person(), onFile),
                        like.likeness(),
                        words.getMessage(like.likeness(), LocaleContextHolder.getLocale())))
                .toList());
    }

    @GetMapping("/{id}/vault")
    @PreAuthorize("hasRole('delegation-officer')")
    VaultView openVault(
            @PathVariable PersonId id, @RequestHeader(name = PURPOSE, required = false) @Nullable String purpose) {
        Map<VaultField, String> opened = desk.openVault(id, purpose);
        return new VaultView(
                opened.get(VaultField.PASSPORT_NUMBER), opened.get(VaultField.BIRTH_DATE), opened.get(VaultField.DIET));
    }

    @PostMapping("/{id}/erasure")
    @PreAuthorize("hasRole('organiser')")
    ResponseEntity<PersonView> erase(@PathVariable PersonId id) {
        return answer(desk.erase(id));
    }

    private ResponseEntity<PersonView> answer(Person person) {
        return Answers.of(person, view(person, desk.onFile(List.of(person))));
    }

    private static PersonView view(Person person, Map<UUID, Set<VaultField>> onFile) {
        return PersonView.of(person, onFile.getOrDefault(person.id().value(), Set.of()));
    }

    /** What is known of somebody before they are registered. */
    record Described(
            @NotBlank @LatinName String passportName,
            @Nullable @OneLine String nativeName,
            @Nullable @CountryCode String nationality) {}

    record Duplicates(List<Duplicate> items) {}

    /** @param reason the likeness in words */
    record Duplicate(PersonView person, Likeness because, String reason) {}

    record VaultView(
            @Nullable String passportNumber,
            @Nullable String birthDate,
            @Nullable String diet) {}

    record PersonInput(
            @Nullable UUID partnerId,
            @NotBlank @LatinName String passportName,
            @Nullable @OneLine String nativeName,
            @Nullable @OneLine String displayName,
            @Nullable @OneLine String formOfAddress,
            @Nullable @OneLine String function,
            @NotNull @Min(1) @Max(10) Integer rank,

            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,63}", message = "{text.code-form}")
            String category,

            @Nullable @CountryCode String nationality,

            @Nullable @Size(max = 20)
            List<@NotNull @Pattern(regexp = "[a-z]{2,3}", message = "{text.language}") String> languages,

            @Nullable @MailAddress String email,

            @Nullable @Pattern(regexp = "[A-Za-z0-9 -]{3,20}", message = "{person.passport-number}")
            String passportNumber,

            @Nullable @Past(message = "{person.birth-date}") LocalDate birthDate,

            @Nullable @Size(max = 2000, message = "{text.too-long-note}")
            String diet) {

        Particulars particulars() {
            return new Particulars(
                    passportName.strip(),
                    nativeName,
                    displayName,
                    formOfAddress,
                    function,
                    rank,
                    category,
                    nationality,
                    languages == null ? List.of() : languages,
                    email);
        }

        Map<VaultField, String> secrets() {
            Map<VaultField, String> secrets = new EnumMap<>(VaultField.class);
            if (passportNumber != null) {
                secrets.put(VaultField.PASSPORT_NUMBER, passportNumber);
            }
            if (birthDate != null) {
                secrets.put(VaultField.BIRTH_DATE, birthDate.toString());
            }
            if (diet != null) {
                secrets.put(VaultField.DIET, diet);
            }
            return secrets;
        }
    }
}
