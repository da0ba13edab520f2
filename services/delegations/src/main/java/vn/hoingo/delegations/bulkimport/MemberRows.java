package vn.hoingo.delegations.bulkimport;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.delegation.ListedDelegations;
import vn.hoingo.delegations.member.MemberKind;
import vn.hoingo.delegations.member.Need;
import vn.hoingo.delegations.nomination.ListedMember;
import vn.hoingo.delegations.sheet.Sheet;
import vn.hoingo.delegations.text.Finding;
import vn.hoingo.delegations.text.Findings;
import vn.hoingo.delegations.text.FoldedText;
import vn.hoingo.doors.Coded;

/** Makes members of rows, as people write them; whatever cannot be understood is said at its column. */
@Component
class MemberRows {

    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT));

    /** How the fields of a typed member are called as columns. */
    private static final Map<String, Column> FIELDS = Map.ofEntries(
            Map.entry("function", Column.FUNCTION),
            Map.entry("rank", Column.RANK),
            Map.entry("languages", Column.LANGUAGES),
            Map.entry("person.passportName", Column.PASSPORT_NAME),
            Map.entry("person.nativeName", Column.NATIVE_NAME),
            Map.entry("person.displayName", Column.DISPLAY_NAME),
            Map.entry("person.formOfAddress", Column.FORM_OF_ADDRESS),
            Map.entry("person.nationality", Column.NATIONALITY),
            Map.entry("person.passportNumber", Column.PASSPORT_NUMBER),
            Map.entry("person.birthDate", Column.BIRTH_DATE),
            Map.entry("person.diet", Column.DIET));

    private final ListedDelegations delegations;
    private final Findings findings;
    private final Map<String, MemberKind> kinds = new HashMap<>();

    MemberRows(ListedDelegations delegations, Findings findings, MessageSource words) {
        this.delegations = delegations;
        this.findings = findings;
        for (MemberKind kind : MemberKind.values()) {
            kinds.put(FoldedText.key(kind.code()), kind);
            for (Locale language : List.of(Locale.of("vi"), Locale.ENGLISH)) {
                kinds.put(FoldedText.key(words.getMessage("import.kind." + kind.code(), null, language)), kind);
            }
        }
    }

    /** A row that was understood, or why not. */
    record Read(@Nullable ListedMember member, List<Finding> findings) {}

    Read read(Sheet.Row row, Column.Found columns) {
        List<Finding> wrong = new ArrayList<>();
        for (Column column : columns.places().keySet()) {
            if (columns.isFormula(row, column)) {
                wrong.add(findings.of(column.code(), "import.formula"));
            }
        }
        if (!wrong.isEmpty()) {
            return new Read(null, wrong);
        }
        String nationality = columns.text(row, Column.NATIONALITY);
        ListedMember member = new ListedMember(
                row.number(),
                kind(columns.text(row, Column.KIND), wrong),
                orNull(columns.text(row, Column.COMPANION_OF)),
                orNull(columns.text(row, Column.FUNCTION)),
                rank(columns.text(row, Column.RANK), wrong),
                words(columns.text(row, Column.LANGUAGES)).stream()
                        .map(code -> code.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList(),
                needs(columns.text(row, Column.NEEDS), wrong),
                columns.text(row, Column.PASSPORT_NAME),
                orNull(columns.text(row, Column.NATIVE_NAME)),
                orNull(columns.text(row, Column.DISPLAY_NAME)),
                orNull(columns.text(row, Column.FORM_OF_ADDRESS)),
                nationality.isEmpty() ? null : nationality.toUpperCase(Locale.ROOT),
                orNull(columns.text(row, Column.PASSPORT_NUMBER)),
                day(columns.text(row, Column.BIRTH_DATE), wrong),
                orNull(columns.text(row, Column.DIET)));
        for (Finding finding : delegations.wrong(member)) {
            Column column = FIELDS.get(finding.at().replaceFirst("\\[.*", ""));
            wrong.add(new Finding(column == null ? "" : column.code(), finding.words()));
        }
        return new Read(wrong.isEmpty() ? member : null, wrong);
    }

    private MemberKind kind(String text, List<Finding> wrong) {
        if (text.isEmpty()) {
            return MemberKind.DELEGATE;
        }
        MemberKind kind = kinds.get(FoldedText.key(text));
        if (kind == null) {
            wrong.add(findings.of(Column.KIND.code(), "doors.choice", codes(MemberKind.values())));
            return MemberKind.DELEGATE;
        }
        return kind;
    }

    private @Nullable Integer rank(String text, List<Finding> wrong) {
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("([1-9]|10)(\\.0+)?")) {
            wrong.add(findings.of(Column.RANK.code(), "import.rank"));
            return null;
        }
        return Integer.valueOf(text.replaceFirst("\\..*", ""));
    }

    private List<Need> needs(String text, List<Finding> wrong) {
        List<Need> needs = new ArrayList<>();
        for (String code : words(text)) {
            Optional<Need> need = Arrays.stream(Need.values())
                    .filter(each -> each.code().equals(code.toLowerCase(Locale.ROOT)))
                    .findFirst();
            need.ifPresentOrElse(
                    needs::add,
                    () -> wrong.add(findings.of(Column.NEEDS.code(), "doors.choice", codes(Need.values()))));
        }
        return needs;
    }

    private @Nullable LocalDate day(String text, List<Finding> wrong) {
        if (text.isEmpty()) {
            return null;
        }
        for (DateTimeFormatter format : DAYS) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeException next) {
                // written in another way
            }
        }
        wrong.add(findings.of(Column.BIRTH_DATE.code(), "import.day"));
        return null;
    }

    private static String codes(Coded[] codes) {
        return String.join(", ", Arrays.stream(codes).map(Coded::code).toList());
    }

    private static Set<String> words(String text) {
        return new LinkedHashSet<>(Arrays.stream(text.split("[\\s,;/|]+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
