package vn.hoingo.delegations.bulkimport;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;
import vn.hoingo.delegations.delegation.Listed.Outcome;
import vn.hoingo.delegations.delegation.Listed.Verdict;
import vn.hoingo.delegations.text.Finding;
import vn.hoingo.messaging.Ids;

/**
 * What becomes of one row. It names nobody: who it is stays in the sheet, and in the delegation.
 *
 * @param stays why it could not be taken back
 * @param gone true when it was taken back
 */
@Document("bulk_import_rows")
@CompoundIndex(def = "{'import': 1, 'row': 1, '_id': 1}")
@CompoundIndex(def = "{'import': 1, 'verdict.outcome': 1, 'row': 1, '_id': 1}")
record ImportedRow(
        @Id UUID id,
        @Field("import") UUID of,
        int part,
        int row,
        Verdict verdict,
        @Nullable Finding stays,
        boolean gone) {

    static ImportedRow of(UUID of, int part, int row, Verdict verdict) {
        return new ImportedRow(Ids.from("import-row", of, row), of, part, row, verdict, null, false);
    }

    ImportedRow takenBack(@Nullable Finding staying, boolean left) {
        return new ImportedRow(id, of, part, row, verdict, staying, left);
    }

    /** A repeat after a crash no longer knows why somebody was known; what was seen before is kept. */
    ImportedRow remembering(@Nullable ImportedRow before) {
        if (before == null
                || verdict.outcome() != Outcome.KNOWN
                || before.verdict.outcome() != Outcome.KNOWN
                || verdict.because() != null) {
            return this;
        }
        Verdict told = new Verdict(
                verdict.outcome(),
                verdict.member(),
                verdict.person(),
                before.verdict.because(),
                before.verdict.differs(),
                verdict.findings(),
                verdict.mayBe(),
                verdict.likeness(),
                verdict.trace());
        return new ImportedRow(id, of, part, row, told, stays, gone);
    }
}
