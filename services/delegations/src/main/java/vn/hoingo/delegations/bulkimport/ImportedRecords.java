package vn.hoingo.delegations.bulkimport;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.delegation.Listed.Outcome;
import vn.hoingo.doors.Keyset;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;

/** What became of the parts and the rows of imports: written whole, again and again, under ids that their places give them. */
@Component
class ImportedRecords {

    private final MongoOperations mongo;

    ImportedRecords(MongoOperations mongo) {
        this.mongo = mongo;
    }

    List<ImportedPart> parts(UUID of, int from, int most) {
        return mongo.find(
                Query.query(Criteria.where("import").is(of).and("number").gte(from))
                        .with(Sort.by("number"))
                        .limit(most),
                ImportedPart.class);
    }

    Map<Integer, ImportedPart> parts(UUID of, Collection<Integer> numbers) {
        Map<Integer, ImportedPart> found = new TreeMap<>();
        mongo.find(Query.query(Criteria.where("import").is(of).and("number").in(numbers)), ImportedPart.class)
                .forEach(part -> found.put(part.number(), part));
        return found;
    }

    void save(ImportedPart part) {
        mongo.save(part);
    }

    void begin(List<ImportedPart> parts) {
        replace(ImportedPart.class, parts, ImportedPart::id);
    }

    Map<Integer, ImportedRow> rows(UUID of, Collection<Integer> numbers) {
        Map<Integer, ImportedRow> found = new TreeMap<>();
        mongo.find(Query.query(Criteria.where("import").is(of).and("row").in(numbers)), ImportedRow.class)
                .forEach(row -> found.put(row.row(), row));
        return found;
    }

    void saveAll(List<ImportedRow> rows) {
        replace(ImportedRow.class, rows, ImportedRow::id);
    }

    private <T> void replace(Class<T> type, List<T> all, Function<T, UUID> id) {
        if (all.isEmpty()) {
            return;
        }
        BulkOperations together = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, type);
        all.forEach(each -> together.replaceOne(
                Query.query(Criteria.where("_id").is(id.apply(each))),
                each,
                FindAndReplaceOptions.options().upsert()));
        together.execute();
    }

    Page<ImportedRow> list(UUID of, @Nullable Outcome outcome, Paging paging) {
        Criteria criteria = Criteria.where("import").is(of);
        if (outcome != null) {
            criteria = criteria.and("verdict.outcome").is(outcome);
        }
        return Keyset.page(mongo, ImportedRow.class, criteria, paging, "row");
    }

    Page<ImportedPart> parts(UUID of, Paging paging) {
        return Keyset.page(mongo, ImportedPart.class, Criteria.where("import").is(of), paging, "number");
    }

    Page<BulkImport> imports(@Nullable UUID event, @Nullable UUID partner, Paging paging) {
        Criteria criteria = new Criteria();
        if (event != null) {
            criteria = criteria.and("event").is(event);
        }
        if (partner != null) {
            criteria = criteria.and("partner").is(partner);
        }
        return Keyset.page(mongo, BulkImport.class, criteria, paging, "-uploadedAt");
    }
}
