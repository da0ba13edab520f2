package vn.hoingo.delegations.bulkimport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.bulkimport.ImportWork.Contents;
import vn.hoingo.delegations.delegation.Listed.Outcome;
import vn.hoingo.delegations.duplicate.Likeness;
import vn.hoingo.delegations.event.KnownEvent;
import vn.hoingo.delegations.partner.PartnerId;
import vn.hoingo.delegations.person.Person;
import vn.hoingo.delegations.person.PersonId;
import vn.hoingo.delegations.sheet.Sheet;
import vn.hoingo.delegations.text.Finding;
import vn.hoingo.delegations.text.Text;

/**
 * An import and how far it is.
 *
 * @param ignored headings that were not understood
 * @param done rows of the present work that are through
 */
record BulkImportView(
        UUID id,
        UUID eventId,
        @Nullable Text eventName,
        @Nullable UUID partnerId,
        String fileName,
        BulkImport.State state,
        int rows,
        int done,
        int fresh,
        int known,
        int there,
        int wrong,
        int delegations,
        int submitted,
        int gone,
        int stays,
        boolean submits,
        List<String> ignored,
        String uploadedBy,
        Instant uploadedAt,
        Instant changedAt,
        Instant keptUntil,
        boolean shredded,
        List<String> may,
        long version) {

    static BulkImportView of(BulkImport job, @Nullable KnownEvent event) {
        BulkImport.Counts counts = job.counts();
        return new BulkImportView(
                job.id().value(),
                job.event(),
                event == null ? null : event.name(),
                job.partner(),
                job.fileName(),
                job.state(),
                job.rows(),
                counts.done(),
                counts.fresh(),
                counts.known(),
                counts.there(),
                counts.wrong(),
                counts.delegations(),
                counts.submitted(),
                counts.gone(),
                counts.stays(),
                job.submits(),
                job.ignored(),
                job.by().account(),
                job.uploadedAt(),
                job.changedAt(),
                job.keptUntil(),
                job.isShredded(),
                may(job),
                job.version());
    }

    private static List<String> may(BulkImport job) {
        return switch (job.state()) {
            case CHECKING -> List.of("abandon");
            case CHECKED -> job.counts().taken() > 0 ? List.of("confirm", "abandon") : List.of("abandon");
            case IMPORTED -> List.of("undo");
            case IMPORTING, UNDOING, UNDONE, ABANDONED -> List.of();
        };
    }

    /**
     * A row, with what becomes of it.
     *
     * @param row as the spreadsheet numbers it
     * @param differences what the sheet says otherwise than what is known of the person
     */
    record Row(
            int row,
            @Nullable Text partnerName,
            @Nullable String label,
            @Nullable String passportName,
            Outcome outcome,
            @Nullable UUID personId,
            @Nullable String because,
            List<Difference> differences,
            List<Finding> findings,
            @Nullable MayBe mayBe,
            @Nullable UUID delegationId,
            boolean gone,
            @Nullable Text stays) {

        /** Somebody known who may be the same, and why. */
        record MayBe(UUID personId, String passportName, Likeness likeness) {}

        static Row of(
                ImportedRow row,
                @Nullable ImportedPart part,
                Map<PartnerId, Text> names,
                @Nullable Contents contents,
                Map<PersonId, Person> known) {
            Sheet.@Nullable Row said = contents == null ? null : contents.rows().get(row.row());
            UUID person = row.verdict().person();
            Person same = person == null ? null : known.get(new PersonId(person));
            List<Difference> differences = new ArrayList<>();
            for (String field : row.verdict().differs()) {
                if (contents != null && said != null && same != null) {
                    Column column =
                            Column.valueOf(field.toUpperCase(Locale.ROOT).replace('-', '_'));
                    differences.add(new Difference(
                            field, known(same, column), contents.columns().text(said, column)));
                }
            }
            return new Row(
                    row.row(),
                    part == null ? null : Part.name(part, names),
                    part == null ? null : part.label(),
                    contents == null || said == null ? null : contents.columns().text(said, Column.PASSPORT_NAME),
                    row.verdict().outcome(),
                    row.verdict().outcome() == Outcome.KNOWN ? person : null,
                    row.verdict().because(),
                    differences,
                    row.verdict().findings(),
                    mayBe(row, known),
                    part == null ? null : part.delegation(),
                    row.gone(),
                    row.stays() == null ? null : row.stays().words());
        }

        private static @Nullable MayBe mayBe(ImportedRow row, Map<PersonId, Person> known) {
            UUID id = row.verdict().mayBe();
            Likeness likeness = row.verdict().likeness();
            Person person = id == null ? null : known.get(new PersonId(id));
            return person == null || likeness == null
                    ? null
                    : new MayBe(person.id().value(), person.particulars().passportName(), likeness);
        }

        private static @Nullable String known(Person person, Column column) {
            return switch (column) {
                case PASSPORT_NAME -> person.particulars().passportName();
                case NATIVE_NAME -> person.particulars().nativeName();
                case DISPLAY_NAME -> person.particulars().displayName();
                case FORM_OF_ADDRESS -> person.particulars().formOfAddress();
                case FUNCTION -> person.particulars().function();
                case NATIONALITY -> person.particulars().nationality();
                case RANK -> Integer.toString(person.particulars().rank());
                case PARTNER, LABEL, KIND, LANGUAGES, NEEDS, COMPANION_OF, BIRTH_DATE, PASSPORT_NUMBER, DIET -> null;
            };
        }
    }

    /** One field, as it is known and as the sheet says. */
    record Difference(String field, @Nullable String known, String said) {}

    /** The rows of one delegation. */
    record Part(
            int number,
            @Nullable UUID partnerId,
            Text partnerName,
            @Nullable String label,
            int rows,
            @Nullable UUID delegationId,
            boolean begun,
            boolean submitted,
            List<Finding> notSubmitted,
            @Nullable Text unknown) {

        static Part of(ImportedPart part, Map<PartnerId, Text> names) {
            return new Part(
                    part.number(),
                    part.partner(),
                    name(part, names),
                    part.label(),
                    part.rows().size(),
                    part.delegation(),
                    part.begun(),
                    part.submitted(),
                    part.notSubmitted(),
                    part.unknown() == null ? null : part.unknown().words());
        }

        private static Text name(ImportedPart part, Map<PartnerId, Text> names) {
            Text name = part.partner() == null ? null : names.get(new PartnerId(part.partner()));
            return name == null ? new Text(part.called(), part.called()) : name;
        }
    }
}
