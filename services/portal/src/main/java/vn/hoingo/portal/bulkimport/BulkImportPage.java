package vn.hoingo.portal.bulkimport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.service.registry.ImportHttpServices;
import vn.hoingo.portal.event.Edition;
import vn.hoingo.portal.event.Editions;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Words;
import vn.hoingo.portal.relay.Together;
import vn.hoingo.portal.relay.Upload;

/** Takes members in from a sheet: hand in, look, confirm, and take back. */
@Controller
@RequestMapping("/imports")
@PreAuthorize("hasAnyRole('organiser', 'delegation-officer', 'partner')")
@ImportHttpServices(group = "delegations", types = BulkImportsClient.class)
class BulkImportPage {

    private static final int PER_PAGE = 50;

    private final BulkImportsClient imports;
    private final Editions editions;
    private final Words words;

    BulkImportPage(BulkImportsClient imports, Editions editions, Words words) {
        this.imports = imports;
        this.editions = editions;
        this.words = words;
    }

    @GetMapping
    String all(@RequestParam @Nullable String after, Form form, Model page) {
        return show(after, form, page);
    }

    private String show(@Nullable String after, Form form, Model page) {
        var open = Together.ask(editions::coming);
        page.addAttribute("imports", imports.list(after, PER_PAGE));
        Map<String, String> choices = new LinkedHashMap<>();
        List<Edition> coming = open.orNothing();
        if (coming != null) {
            coming.forEach(edition ->
                    choices.put(edition.id().toString(), edition.name().here()));
        }
        page.addAttribute("editions", choices);
        page.addAttribute("away", coming == null);
        return "bulkimport/imports";
    }

    @PostMapping
    String upload(@RequestParam(required = false) @Nullable MultipartFile file, Form form, Model page) {
        if (!form.has("event")) {
            form.wrong("event", words.say("imports.event.choose"));
        }
        if (file == null || file.isEmpty()) {
            form.wrong("file", words.say("imports.file.choose"));
        }
        return form.doing(
                () -> {
                    BulkImport job =
                            imports.upload(Upload.of(Objects.requireNonNull(file), "sheet"), form.value("event"));
                    return "redirect:/imports/" + job.id();
                },
                () -> show(null, form, page));
    }

    @GetMapping("/template.{ending:csv|xlsx}")
    ResponseEntity<byte[]> template(@PathVariable String ending) {
        ResponseEntity<byte[]> file = imports.template(ending);
        MediaType type = file.getHeaders().getContentType();
        return ResponseEntity.ok()
                .contentType(type == null ? MediaType.APPLICATION_OCTET_STREAM : type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("members." + ending)
                                .build()
                                .toString())
                .body(file.getBody());
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam @Nullable String outcome,
            @RequestParam @Nullable String after,
            Form form,
            Model page) {
        return show(id, outcome, after, page);
    }

    private String show(UUID id, @Nullable String outcome, @Nullable String after, Model page) {
        String narrowed = outcome == null || outcome.isBlank() ? null : outcome;
        var rows = Together.ask(() -> imports.rows(id, narrowed, after, PER_PAGE));
        var parts = Together.ask(() -> imports.delegations(id, null, PER_PAGE));
        page.addAttribute("job", imports.one(id));
        page.addAttribute("rows", rows.get());
        page.addAttribute("parts", parts.get());
        page.addAttribute("outcome", narrowed);
        return "bulkimport/import";
    }

    @PostMapping("/{id}/confirmation")
    String confirm(@PathVariable UUID id, Form form, Model page) {
        return doing(id, "confirmation", new Confirmation(form.yes("submit"), form.text("reason")), form, page);
    }

    @PostMapping("/{id}/{act:undo|abandonment}")
    String act(@PathVariable UUID id, @PathVariable String act, Form form, Model page) {
        return doing(id, act, Map.of(), form, page);
    }

    private String doing(UUID id, String act, Object body, Form form, Model page) {
        return form.doing(
                () -> {
                    imports.act(id, act, body);
                    return "redirect:/imports/" + id + "?done=import-" + act;
                },
                () -> show(id, null, null, page));
    }

    record Confirmation(boolean submit, @Nullable String reason) {}
}
