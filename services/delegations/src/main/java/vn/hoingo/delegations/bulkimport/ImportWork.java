package vn.hoingo.delegations.bulkimport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import vn.hoingo.delegations.bulkimport.BulkImport.Counts;
import vn.hoingo.delegations.bulkimport.BulkImport.State;
import vn.hoingo.delegations.delegation.Listed;
import vn.hoingo.delegations.delegation.Listed.Outcome;
import vn.hoingo.delegations.delegation.Listed.Verdict;
import vn.hoingo.delegations.delegation.ListedDelegations;
import vn.hoingo.delegations.event.EventId;
import vn.hoingo.delegations.nomination.ListedMember;
import vn.hoingo.delegations.partner.PartnerId;
import vn.hoingo.delegations.sheet.Sheet;
import vn.hoingo.delegations.sheet.SheetReader;
import vn.hoingo.delegations.text.Finding;
import vn.hoingo.delegations.text.Findings;
import vn.hoingo.delegations.vault.Vault;
import vn.hoingo.doors.Caller;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Decisions;

/**
 * Goes through an import part by part for a few seconds at a time: what became of the rows is written first, then how far it is. A part
 * that a crash broke off is done again, and comes to the same.
 */
@Component
class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
    private static final int AT_ONCE = 20;
    static final String PURPOSE = "bulk-import";

    private final BulkImports imports;
    private final ImportedSheets sheets;
    private final ImportedRecords records;
    private final MemberRows rows;
    private final ListedDelegations delegations;
    private final Findings findings;
    private final Vault vault;
    private final Decisions decisions;
    private final MessageSource words;
    private final Clock clock;
    private final Duration stretch;

    ImportWork(
            BulkImports imports,
            ImportedSheets sheets,
            ImportedRecords records,
            MemberRows rows,
            ListedDelegations delegations,
            Findings findings,
            Vault vault,
            Decisions decisions,
            MessageSource words,
            Clock clock,
            @Value("${hoingo.bulk-import.stretch:4s}") Duration stretch) {
        this.imports = imports;
        this.sheets = sheets;
        this.records = records;
        this.rows = rows;
        this.delegations = delegations;
        this.findings = findings;
        this.vault = vault;
        this.decisions = decisions;
        this.words = words;
        this.clock = clock;
        this.stretch = stretch;
    }

    void goOn(BulkImportId id) {
        BulkImport job = imports.get(id);
        if (!job.isAtWork()) {
            shred(id);
            return;
        }
        Acting now = Acting.current();
        new Acting(job.confirmedBy().account(), act(job, now), now.cause(), now.trace(), null).in(() -> {
            work(job);
            return id;
        });
    }

    /** What follows from a confirmation belongs to it on the stream. */
    private static String act(BulkImport job, Acting now) {
        return job.correlation().isEmpty() ? now.correlation() : job.correlation();
    }

    private void work(BulkImport job) {
        UUID id = job.id().value();
        Instant until = clock.instant().plus(stretch);
        @Nullable
        Contents contents = job.state() == State.UNDOING
                ? null
                : contents(id).orElseThrow(() -> new IllegalStateException("import " + id + " has no sheet"));
        int next = job.next();
        while (next < job.parts()) {
            List<ImportedPart> parts = records.parts(id, next, AT_ONCE);
            if (parts.isEmpty()) {
                throw new IllegalStateException("import " + id + " has lost its part " + next);
            }
            for (ImportedPart part : parts) {
                Counts counted = contents == null ? takeBack(job, part) : take(job, part, contents);
                int number = part.number();
                BulkImport left = change(job.id(), each -> each.advance(job.state(), number, counted, clock.instant()));
                next = number + 1;
                if (left.state() != job.state() || clock.instant().isAfter(until)) {
                    return;
                }
            }
        }
    }

    private BulkImport change(BulkImportId id, Consumer<BulkImport> verb) {
        return decisions.change(imports, id, verb);
    }

    private Counts take(BulkImport job, ImportedPart part, Contents contents) {
        Map<Integer, Verdict> verdicts = new LinkedHashMap<>();
        List<ListedMember> members = new ArrayList<>();
        for (int row : part.rows()) {
            MemberRows.Read read =
                    rows.read(Objects.requireNonNull(contents.rows().get(row)), contents.columns());
            List<Finding> wrong = new ArrayList<>(read.findings());
            if (part.unknown() != null) {
                wrong.addFirst(part.unknown());
            }
            if (read.member() != null && part.unknown() == null) {
                members.add(read.member());
            }
            verdicts.put(row, Verdict.wrong(wrong.toArray(Finding[]::new)));
        }
        Listed listed = members.isEmpty()
                ? new Listed(null, false, 0, false, List.of(), Map.of())
                : listed(job, part, members, members.size() < part.rows().size());
        verdicts.putAll(listed.verdicts());
        records.save(part.with(listed));
        Map<Integer, ImportedRow> before = records.rows(job.id().value(), part.rows());
        records.saveAll(verdicts.entrySet().stream()
                .map(each -> ImportedRow.of(job.id().value(), part.number(), each.getKey(), each.getValue())
                        .remembering(before.get(each.getKey())))
                .toList());
        return counted(listed, verdicts);
    }

    private Listed listed(BulkImport job, ImportedPart part, List<ListedMember> members, boolean gaps) {
        ListedDelegations.Asked asked = new ListedDelegations.Asked(
                job.id().value(),
                new EventId(job.event()),
                new PartnerId(Objects.requireNonNull(part.partner())),
                part.label(),
                members,
                caller(job));
        try {
            if (job.state() == State.CHECKING) {
                return delegations.look(asked);
            }
            Listed done = delegations.register(asked, job.submits() && !gaps, job.late());
            return job.submits() && gaps
                    ? new Listed(
                            done.delegation(),
                            done.begun(),
                            done.version(),
                            done.submitted(),
                            List.of(findings.of("", "import.rows-missing")),
                            done.verdicts())
                    : done;
        } catch (TransientDataAccessException | DataAccessResourceFailureException | ResourceAccessException notNow) {
            throw notNow; // the next second tries again
        } catch (RuntimeException unexpected) {
            LOG.error("import {} cannot take part {}", job.id().value(), part.number(), unexpected);
            Map<Integer, Verdict> wrong = new HashMap<>();
            Finding why = findings.of("", "doors.unexpected");
            members.forEach(member -> wrong.put(member.row(), Verdict.wrong(why)));
            return new Listed(null, false, 0, false, List.of(), wrong);
        }
    }

    private static Counts counted(Listed listed, Map<Integer, Verdict> verdicts) {
        Map<Outcome, Integer> many = new HashMap<>();
        verdicts.values().forEach(verdict -> many.merge(verdict.outcome(), 1, Integer::sum));
        int taken = many.getOrDefault(Outcome.NEW, 0) + many.getOrDefault(Outcome.KNOWN, 0);
        return new Counts(
                many.getOrDefault(Outcome.NEW, 0),
                many.getOrDefault(Outcome.KNOWN, 0),
                many.getOrDefault(Outcome.ALREADY_THERE, 0),
                many.getOrDefault(Outcome.WRONG, 0),
                taken == 0 ? 0 : 1,
                listed.submitted() && taken > 0 ? 1 : 0,
                0,
                0,
                verdicts.size());
    }

    private Counts takeBack(BulkImport job, ImportedPart part) {
        Map<Integer, ImportedRow> written = records.rows(job.id().value(), part.rows());
        Map<Integer, Verdict> verdicts = new LinkedHashMap<>();
        written.forEach((row, each) -> verdicts.put(row, each.verdict()));
        ListedDelegations.TakenBack back = delegations.takeBack(
                new Listed(part.delegation(), part.begun(), part.version(), part.submitted(), List.of(), verdicts),
                caller(job));
        records.saveAll(written.values().stream()
                .map(row ->
                        row.takenBack(back.stays().get(row.row()), back.gone().contains(row.row())))
                .toList());
        return new Counts(
                0,
                0,
                0,
                0,
                0,
                0,
                back.gone().size(),
                back.stays().size(),
                part.rows().size());
    }

    /** In whose name the work is done. */
    private static Caller caller(BulkImport job) {
        BulkImport.By by = job.confirmedBy();
        return new Caller(by.account(), new HashSet<>(by.roles()), by.partner());
    }

    /** The sheet of an import as it was sent, as long as it is kept. */
    Optional<Contents> contents(UUID id) {
        try {
            return sheets.findById(id)
                    .map(kept -> Contents.of(SheetReader.read(vault.unseal(id, PURPOSE, kept.sealed())), words));
        } catch (Vault.Shredded gone) {
            return Optional.empty();
        }
    }

    private void shred(BulkImportId id) {
        sheets.deleteById(id.value());
        vault.erase(id.value());
        change(id, BulkImport::shred);
    }

    /** A sheet that was read. */
    record Contents(Column.Found columns, Map<Integer, Sheet.Row> rows) {

        static Contents of(Sheet sheet, MessageSource words) {
            Map<Integer, Sheet.Row> rows = new LinkedHashMap<>();
            sheet.rows().forEach(row -> rows.put(row.number(), row));
            return new Contents(Column.in(sheet, words), rows);
        }
    }
}
