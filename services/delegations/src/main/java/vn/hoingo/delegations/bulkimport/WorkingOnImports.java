package vn.hoingo.delegations.bulkimport;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.WhenDue;

/** Imports go on part by part, wherever they were when something stopped them; old sheets are shredded. */
@Component
class WorkingOnImports implements WhenDue<BulkImport> {

    private final ImportWork work;

    WorkingOnImports(ImportWork work) {
        this.work = work;
    }

    @Override
    public Class<BulkImport> aggregate() {
        return BulkImport.class;
    }

    @Override
    public void becameDue(UUID id, Instant now) {
        work.goOn(new BulkImportId(id));
    }
}
