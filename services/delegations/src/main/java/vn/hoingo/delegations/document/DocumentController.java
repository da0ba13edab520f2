package vn.hoingo.delegations.document;

import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.hoingo.doors.Answers;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Invalid;

/** Letters over HTTP: in as a file, out with a reason. */
@RestController
@RequestMapping("/api/delegations/{delegation}/documents")
class DocumentController {

    private static final List<MediaType> TAKEN = Arrays.stream(ContentKind.values())
            .map(kind -> MediaType.parseMediaType(kind.mediaType()))
            .toList();

    private final DocumentDesk desk;

    DocumentController(DocumentDesk desk) {
        this.desk = desk;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAnyRole('organiser', 'delegation-officer', 'partner')")
    ResponseEntity<DocumentView> store(
            @PathVariable UUID delegation,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "letter-of-credentials")
                    @Pattern(regexp = "letter-of-credentials", message = "{document.kind}")
                    String kind,
            Caller caller)
            throws IOException, HttpMediaTypeNotSupportedException {
        if (file == null || file.isEmpty()) {
            throw new Invalid("/file", "document.empty");
        }
        byte[] content = file.getBytes();
        ContentKind is = ContentKind.of(content)
                .orElseThrow(() -> new HttpMediaTypeNotSupportedException((MediaType) null, TAKEN));
        StoredDocument document = desk.store(delegation, kind, is, content, caller);
        return Answers.created(
                document,
                "/api/delegations/" + delegation + "/documents/" + document.id().value(),
                DocumentView.of(document));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('organiser', 'delegation-officer', 'partner')")
    ResponseEntity<byte[]> open(
            @PathVariable UUID delegation,
            @PathVariable DocumentId id,
            @RequestHeader(name = "X-Purpose", required = false) @Nullable String purpose,
            Caller caller) {
        DocumentDesk.Opened opened = desk.open(delegation, id, purpose, caller);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(opened.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id.value().toString())
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(opened.content());
    }
}
