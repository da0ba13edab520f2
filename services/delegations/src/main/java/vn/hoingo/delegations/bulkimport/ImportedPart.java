package vn.hoingo.delegations.bulkimport;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;
import vn.hoingo.delegations.delegation.Listed;
import vn.hoingo.delegations.text.Finding;
import vn.hoingo.messaging.Ids;

/**
 * The rows of a sheet that belong into one delegation.
 *
 * @param number its place in the import
 * @param partner null when no partner is called like that
 * @param called the partner, as the sheet says
 * @param unknown why there is no partner
 */
@Document("bulk_import_parts")
@CompoundIndex(def = "{'import': 1, 'number': 1, '_id': 1}")
record ImportedPart(
        @Id UUID id,

        @Field("import") UUID of,

        int number,
        @Nullable UUID partner,
        String called,
        @Nullable String label,
        @Nullable Finding unknown,
        List<Integer> rows,
        @Nullable UUID delegation,
        boolean begun,
        long version,
        boolean submitted,
        List<Finding> notSubmitted) {

    static ImportedPart of(
            UUID of,
            int number,
            @Nullable UUID partner,
            String called,
            @Nullable String label,
            @Nullable Finding unknown,
            List<Integer> rows) {
        return new ImportedPart(
                Ids.from("import-part", of, number),
                of,
                number,
                partner,
                called,
                label,
                unknown,
                rows,
                null,
                false,
                0,
                false,
                List.of());
    }

    ImportedPart with(Listed listed) {
        return new ImportedPart(
                id,
                of,
                number,
                partner,
                called,
                label,
                unknown,
                rows,
                listed.delegation(),
                listed.begun(),
                listed.version(),
                listed.submitted(),
                listed.notSubmitted());
    }
}
