package vn.hoingo.portal.bulkimport;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import vn.hoingo.portal.relay.Listing;

/** The imports of the delegations service. */
public interface BulkImportsClient {

    @GetExchange("/api/delegations/imports")
    Listing<BulkImport> list(@RequestParam(required = false) @Nullable String after, @RequestParam int limit);

    @PostExchange("/api/delegations/imports")
    BulkImport upload(@RequestPart Resource file, @RequestPart String event);

    @GetExchange("/api/delegations/imports/template.{ending}")
    ResponseEntity<byte[]> template(@PathVariable String ending);

    @GetExchange("/api/delegations/imports/{id}")
    BulkImport one(@PathVariable UUID id);

    @GetExchange("/api/delegations/imports/{id}/rows")
    Listing<BulkImport.Row> rows(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam int limit);

    @GetExchange("/api/delegations/imports/{id}/delegations")
    Listing<BulkImport.Part> delegations(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String after, @RequestParam int limit);

    @PostExchange("/api/delegations/imports/{id}/{act}")
    BulkImport act(@PathVariable UUID id, @PathVariable String act, @RequestBody Object body);
}
