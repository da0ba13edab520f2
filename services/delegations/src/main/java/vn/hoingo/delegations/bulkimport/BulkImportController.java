package vn.hoingo.delegations.bulkimport;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.hoingo.delegations.delegation.Listed.Outcome;
import vn.hoingo.delegations.event.KnownEvent;
import vn.hoingo.doors.Answers;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Invalid;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;

/** Imports over HTTP: a sheet in, what would become of it out, then the word to do it. */
@RestController
@RequestMapping("/api/delegations/imports")
@PreAuthorize("hasAnyRole('organiser', 'delegation-officer', 'partner')")
class BulkImportController {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final BulkImportDesk desk;

    BulkImportController(BulkImportDesk desk) {
        this.desk = desk;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<BulkImportView> upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable UUID event,
            Caller caller)
            throws IOException {
        if (event == null) {
            throw new Invalid("/event", "import.event-missing");
        }
        if (file == null || file.isEmpty()) {
            throw new Invalid("/file", "document.empty");
        }
        BulkImport job = desk.upload(event, file.getBytes(), file.getOriginalFilename(), caller);
        return Answers.created(job, "/api/delegations/imports/" + job.id().value(), view(job));
    }

    @GetMapping
    Page<BulkImportView> list(@RequestParam(required = false) @Nullable UUID event, Paging paging, Caller caller) {
        Page<BulkImport> page = desk.list(event, caller, paging);
        Map<UUID, KnownEvent> events = desk.events(page.items());
        return page.map(job -> BulkImportView.of(job, events.get(job.event())));
    }

    @GetMapping("/template.csv")
    ResponseEntity<byte[]> templateAsText() {
        return file("members.csv", "text/csv;charset=UTF-8", desk.template(false, LocaleContextHolder.getLocale()));
    }

    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> templateAsWorkbook() {
        return file("members.xlsx", WORKBOOK, desk.template(true, LocaleContextHolder.getLocale()));
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }

    @GetMapping("/{id}")
    ResponseEntity<BulkImportView> see(@PathVariable BulkImportId id, Caller caller) {
        return answer(desk.see(id, caller));
    }

    @GetMapping("/{id}/rows")
    Page<BulkImportView.Row> rows(
            @PathVariable BulkImportId id,
            @RequestParam(required = false) @Nullable Outcome outcome,
            Paging paging,
            Caller caller) {
        return desk.rows(id, outcome, caller, paging);
    }

    @GetMapping("/{id}/delegations")
    Page<BulkImportView.Part> parts(@PathVariable BulkImportId id, Paging paging, Caller caller) {
        return desk.parts(id, caller, paging);
    }

    @PostMapping("/{id}/confirmation")
    ResponseEntity<BulkImportView> confirm(
            @PathVariable BulkImportId id,
            @Valid @RequestBody(required = false) @Nullable Confirmation confirmation,
            Caller caller) {
        boolean submit = confirmation != null && Boolean.TRUE.equals(confirmation.submit());
        return answer(desk.confirm(id, submit, confirmation == null ? null : confirmation.reason(), caller));
    }

    @PostMapping("/{id}/undo")
    ResponseEntity<BulkImportView> undo(@PathVariable BulkImportId id, Caller caller) {
        return answer(desk.undo(id, caller));
    }

    @PostMapping("/{id}/abandonment")
    ResponseEntity<BulkImportView> abandon(@PathVariable BulkImportId id, Caller caller) {
        return answer(desk.abandon(id, caller));
    }

    private ResponseEntity<BulkImportView> answer(BulkImport job) {
        return Answers.of(job, view(job));
    }

    private BulkImportView view(BulkImport job) {
        return BulkImportView.of(job, desk.events(List.of(job)).get(job.event()));
    }

    /** @param reason why late, once registration is closed */
    record Confirmation(
            @Nullable Boolean submit,

            @Nullable @Size(max = 2000, message = "{text.too-long-note}")
            String reason) {}
}
