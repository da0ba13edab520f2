package vn.hoingo.delegations.bulkimport;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.bulkimport.BulkImport.By;
import vn.hoingo.delegations.bulkimport.ImportWork.Contents;
import vn.hoingo.delegations.delegation.Listed.Outcome;
import vn.hoingo.delegations.event.EventId;
import vn.hoingo.delegations.event.KnownEvent;
import vn.hoingo.delegations.event.KnownEvents;
import vn.hoingo.delegations.partner.Partner;
import vn.hoingo.delegations.partner.PartnerId;
import vn.hoingo.delegations.partner.Partners;
import vn.hoingo.delegations.person.People;
import vn.hoingo.delegations.person.Person;
import vn.hoingo.delegations.person.PersonId;
import vn.hoingo.delegations.sheet.Sheet;
import vn.hoingo.delegations.sheet.SheetReader;
import vn.hoingo.delegations.sheet.SheetWriter;
import vn.hoingo.delegations.text.Finding;
import vn.hoingo.delegations.text.Findings;
import vn.hoingo.delegations.text.FoldedText;
import vn.hoingo.delegations.text.Text;
import vn.hoingo.delegations.vault.Vault;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Invalid;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.messaging.Absent;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Decisions;

/** Where sheets are handed in, looked through, confirmed and taken back. */
@Component
class BulkImportDesk {

    private static final int LONGEST_NAME = 120;

    private final BulkImports imports;
    private final ImportedSheets sheets;
    private final ImportedRecords records;
    private final ImportWork work;
    private final Partners partners;
    private final People people;
    private final KnownEvents events;
    private final Vault vault;
    private final Findings findings;
    private final Decisions decisions;
    private final MessageSource words;
    private final Clock clock;

    BulkImportDesk(
            BulkImports imports,
            ImportedSheets sheets,
            ImportedRecords records,
            ImportWork work,
            Partners partners,
            People people,
            KnownEvents events,
            Vault vault,
            Findings findings,
            Decisions decisions,
            MessageSource words,
            Clock clock) {
        this.imports = imports;
        this.sheets = sheets;
        this.records = records;
        this.work = work;
        this.partners = partners;
        this.people = people;
        this.events = events;
        this.vault = vault;
        this.findings = findings;
        this.decisions = decisions;
        this.words = words;
        this.clock = clock;
    }

    BulkImport upload(UUID event, byte[] file, @Nullable String fileName, Caller caller) {
        try {
            events.asked(new EventId(event), known -> true);
        } catch (Absent unknown) {
            throw new Invalid("/event", "delegation.unknown-event");
        }
        Contents contents = Contents.of(SheetReader.read(file), words);
        refuseMissing(Column.PASSPORT_NAME, contents);
        if (caller.partner() == null) {
            refuseMissing(Column.PARTNER, contents);
        }
        BulkImportId id = new BulkImportId(Acting.current().newId("bulk-import"));
        List<ImportedPart> parts = parts(id.value(), contents, caller);
        Instant now = clock.instant();
        return Acting.current()
                .bringing(file)
                .in(() -> decisions.open(imports, id, () -> {
                    sheets.save(new ImportedSheet(id.value(), vault.seal(id.value(), ImportWork.PURPOSE, file)));
                    records.begin(parts);
                    return BulkImport.upload(
                            id,
                            event,
                            caller.partner(),
                            called(fileName),
                            contents.rows().size(),
                            parts.size(),
                            contents.columns().ignored(),
                            by(caller),
                            now);
                }));
    }

    private void refuseMissing(Column column, Contents contents) {
        if (!contents.columns().places().containsKey(column)) {
            throw new Invalid(
                    "/file",
                    "import.column-missing",
                    column.heading(words, Locale.of("vi")),
                    column.heading(words, Locale.ENGLISH));
        }
    }

    private static String called(@Nullable String fileName) {
        String name = fileName == null
                ? ""
                : fileName.replaceAll("[\\p{Cc}\\p{Cf}\u2028\u2029]", "").strip();
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static By by(Caller caller) {
        return new By(caller.account(), caller.roles().stream().sorted().toList(), caller.partner());
    }

    private record Belonging(
            @Nullable UUID partner, String called, @Nullable String label) {}

    /** The rows of one partner under one label, in the order in which they begin. */
    private List<ImportedPart> parts(UUID id, Contents contents, Caller caller) {
        Map<String, Set<UUID>> names = names(caller);
        Map<Belonging, List<Integer>> rows = new LinkedHashMap<>();
        Map<Belonging, Finding> unknown = new HashMap<>();
        for (Sheet.Row row : contents.rows().values()) {
            String called = contents.columns().text(row, Column.PARTNER);
            String label = contents.columns().text(row, Column.LABEL);
            Set<UUID> found = called.isEmpty() && caller.partner() != null
                    ? Set.of(caller.partner())
                    : names.getOrDefault(FoldedText.key(called), Set.of());
            UUID partner = found.size() == 1 ? found.iterator().next() : null;
            Belonging belonging = new Belonging(partner, partner == null ? called : "", label.isEmpty() ? null : label);
            rows.computeIfAbsent(belonging, first -> new ArrayList<>()).add(row.number());
            if (partner == null) {
                unknown.put(belonging, unknown(called, found));
            } else if (label.length() > 200 || label.chars().anyMatch(Character::isISOControl)) {
                unknown.put(belonging, findings.of(Column.LABEL.code(), "text.control-characters"));
            }
        }
        List<ImportedPart> parts = new ArrayList<>();
        rows.forEach((belonging, numbers) -> parts.add(ImportedPart.of(
                id,
                parts.size(),
                belonging.partner(),
                belonging.called(),
                belonging.label(),
                unknown.get(belonging),
                numbers)));
        return parts;
    }

    private Finding unknown(String called, Set<UUID> found) {
        String column = Column.PARTNER.code();
        return called.isEmpty()
                ? findings.of(column, "import.partner-missing")
                : findings.of(column, found.isEmpty() ? "import.partner-unknown" : "import.partner-ambiguous", called);
    }

    /** All names of the partners that this reader may import for. */
    private Map<String, Set<UUID>> names(Caller caller) {
        List<Partner> all = caller.partner() == null
                ? partners.findAllBy()
                : partners.findByIdIn(List.of(new PartnerId(caller.partner())));
        Map<String, Set<UUID>> names = new HashMap<>();
        for (Partner partner : all) {
            List<String> called = new ArrayList<>(partner.particulars().aliases());
            called.add(partner.name().vi());
            called.add(partner.name().en());
            called.add(partner.id().value().toString());
            called.forEach(name -> names.computeIfAbsent(FoldedText.key(name), first -> new LinkedHashSet<>())
                    .add(partner.id().value()));
        }
        return names;
    }

    /** A focal point sees what its partner handed in; anything else is not there for it. */
    BulkImport see(BulkImportId id, Caller caller) {
        BulkImport job = imports.get(id);
        if (!job.isSeenBy(caller.partner())) {
            throw new Absent("BulkImport", id.value());
        }
        return job;
    }

    BulkImport confirm(BulkImportId id, boolean submit, @Nullable String late, Caller caller) {
        see(id, caller);
        String act = Acting.current().correlation();
        return decisions.change(imports, id, job -> job.confirm(submit, late, by(caller), act, clock.instant()));
    }

    BulkImport undo(BulkImportId id, Caller caller) {
        see(id, caller);
        String act = Acting.current().correlation();
        return decisions.change(imports, id, job -> job.undo(by(caller), act, clock.instant()));
    }

    BulkImport abandon(BulkImportId id, Caller caller) {
        see(id, caller);
        return decisions.change(imports, id, job -> job.abandon(clock.instant()));
    }

    Page<BulkImport> list(@Nullable UUID event, Caller caller, Paging paging) {
        return records.imports(event, caller.partner(), paging);
    }

    Map<UUID, KnownEvent> events(List<BulkImport> shown) {
        return events.find(shown.stream().map(BulkImport::event).distinct().toList());
    }

    /** Rows as they are in the sheet, as long as there is one, with what becomes of them. */
    Page<BulkImportView.Row> rows(BulkImportId id, @Nullable Outcome outcome, Caller caller, Paging paging) {
        see(id, caller);
        Page<ImportedRow> page = records.list(id.value(), outcome, paging);
        @Nullable
        Contents contents =
                page.items().isEmpty() ? null : work.contents(id.value()).orElse(null);
        Map<PersonId, Person> known = new HashMap<>();
        people.findByIdIn(page.items().stream()
                        .flatMap(row -> row.verdict().outcome() == Outcome.KNOWN
                                ? Stream.ofNullable(row.verdict().person())
                                : Stream.ofNullable(row.verdict().mayBe()))
                        .map(PersonId::new)
                        .toList())
                .forEach(person -> known.put(person.id(), person));
        Map<Integer, ImportedPart> parts = records.parts(
                id.value(),
                page.items().stream().map(ImportedRow::part).distinct().toList());
        Map<PartnerId, Text> names = names(parts.values());
        return page.map(row -> BulkImportView.Row.of(row, parts.get(row.part()), names, contents, known));
    }

    Page<BulkImportView.Part> parts(BulkImportId id, Caller caller, Paging paging) {
        see(id, caller);
        Page<ImportedPart> page = records.parts(id.value(), paging);
        Map<PartnerId, Text> names = names(page.items());
        return page.map(part -> BulkImportView.Part.of(part, names));
    }

    private Map<PartnerId, Text> names(Collection<ImportedPart> parts) {
        Map<PartnerId, Text> names = new HashMap<>();
        partners.findByIdIn(parts.stream()
                        .flatMap(part -> Stream.ofNullable(part.partner()))
                        .map(PartnerId::new)
                        .toList())
                .forEach(partner -> names.put(partner.id(), partner.name()));
        return names;
    }

    /** An empty sheet with its headings, in the reader's language; as a workbook with a page that explains them. */
    byte[] template(boolean workbook, Locale language) {
        List<String> headings = new ArrayList<>();
        List<List<String>> guide = new ArrayList<>();
        guide.add(List.of(
                words.getMessage("import.guide.column", null, language),
                words.getMessage("import.guide.what", null, language)));
        for (Column column : Column.values()) {
            headings.add(column.heading(words, language));
            guide.add(List.of(column.heading(words, language), column.hint(words, language)));
        }
        return workbook
                ? SheetWriter.xlsx(List.of(
                        new SheetWriter.Table(
                                words.getMessage("import.template.members", null, language), List.of(headings)),
                        new SheetWriter.Table(words.getMessage("import.template.guide", null, language), guide)))
                : SheetWriter.csv(List.of(headings));
    }
}
