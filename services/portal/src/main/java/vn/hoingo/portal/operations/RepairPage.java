package vn.hoingo.portal.operations;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoingo.portal.operations.OperationsClient.Alert;
import vn.hoingo.portal.operations.OperationsClient.DeadLetter;
import vn.hoingo.portal.operations.OperationsClient.Mended;
import vn.hoingo.portal.operations.OperationsClient.Note;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Reader;
import vn.hoingo.portal.page.Words;
import vn.hoingo.portal.relay.Listing;
import vn.hoingo.portal.relay.Together;

/** What is stuck, why, and what waits behind it; heard again, or given up with a note. */
@Controller
@RequestMapping("/operations")
@PreAuthorize("hasAnyRole('operations-watcher', 'organiser', 'auditor')")
class RepairPage {

    private static final int PER_PAGE = 50;
    private static final int MENDED_LATELY = 20;
    private static final Set<String> LATER = Set.of("another-repair-is-under-way", "not-counted-yet", "unavailable");

    private final OperationsClient operations;
    private final Actors actors;
    private final Words words;

    RepairPage(OperationsClient operations, Actors actors, Words words) {
        this.operations = operations;
        this.actors = actors;
        this.words = words;
    }

    @GetMapping("/dead-letters")
    String stuck(Model page) {
        var asked = Together.ask(() -> operations.alerts("mended", null, MENDED_LATELY));
        page.addAttribute("letters", operations.deadLetters());
        List<Alert> mended = asked.get().items().stream()
                .filter(alert -> !alert.repairs().isEmpty())
                .sorted(Comparator.comparing(
                                (Alert alert) -> alert.repairs().getLast().at())
                        .reversed())
                .toList();
        page.addAttribute("mended", mended);
        page.addAttribute("people", names(mended));
        return "operations/dead-letters";
    }

    @GetMapping("/dead-letters/{id}")
    String one(@PathVariable String id, @RequestParam @Nullable String still, Form form, Reader reader, Model page) {
        DeadLetter letter = operations.deadLetter(id);
        page.addAttribute("letter", letter);
        page.addAttribute("people", actors.names(letter.repairs().stream().map(OperationsClient.Repair::actor)));
        page.addAttribute("still", still == null ? null : words.known("repair.still." + still));
        page.addAttribute("mayMend", reader.is("operations-watcher"));
        return "operations/dead-letter";
    }

    @PostMapping("/dead-letters/{id}/{act:replay|discard}")
    String mend(@PathVariable String id, @PathVariable String act, Form form, Reader reader, Model page) {
        if (act.equals("discard") && !form.has("note")) {
            form.wrong("note", words.say("repair.note.needed"));
        }
        return form.doing(
                () -> {
                    Mended mended = operations.mend(id, act, new Note(form.text("note")));
                    return mended.isDrained()
                            ? "redirect:/operations/dead-letters?done=" + act
                            : "redirect:/operations/dead-letters/" + id + "?still=" + still(act, mended);
                },
                () -> one(id, null, form, reader, page));
    }

    /** Why the line is not empty yet. */
    private static String still(String act, Mended mended) {
        if (mended.reason() != null && LATER.contains(mended.reason())) {
            return mended.reason();
        }
        return act.equals("discard") || mended.heard() != null && mended.heard() > 0 ? "next-stuck" : "stuck-again";
    }

    @GetMapping("/alerts")
    String alerts(
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String after,
            Form form,
            Reader reader,
            Model page) {
        Listing<Alert> alerts = operations.alerts(state == null || state.isBlank() ? null : state, after, PER_PAGE);
        page.addAttribute("alerts", alerts);
        page.addAttribute("people", names(alerts.items()));
        page.addAttribute("mayMend", reader.is("operations-watcher"));
        return "operations/alerts";
    }

    @PostMapping("/alerts/{id}/acknowledgement")
    String acknowledge(@PathVariable String id, Form form, Reader reader, Model page) {
        return form.doing(
                () -> {
                    operations.acknowledge(id, new Note(form.text("note")));
                    return "redirect:/operations/alerts?done=acknowledged";
                },
                () -> alerts(null, null, form, reader, page));
    }

    private Map<String, String> names(List<Alert> alerts) {
        return actors.names(
                alerts.stream().flatMap(alert -> alert.repairs().stream()).map(OperationsClient.Repair::actor));
    }
}
