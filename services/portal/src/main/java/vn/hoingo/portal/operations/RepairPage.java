package vn.hoingo.portal.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoingo.portal.operations.OperationsClient.Mended;
import vn.hoingo.portal.operations.OperationsClient.Note;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Reader;
import vn.hoingo.portal.page.Words;

/** What is stuck, why, and what waits behind it; heard again, or given up with a note. */
@Controller
@RequestMapping("/operations")
@PreAuthorize("hasAnyRole('operations-watcher', 'organiser', 'auditor')")
class RepairPage {

    private static final int PER_PAGE = 50;

    private final OperationsClient operations;
    private final Words words;

    RepairPage(OperationsClient operations, Words words) {
        this.operations = operations;
        this.words = words;
    }

    @GetMapping("/dead-letters")
    String stuck(Model page) {
        page.addAttribute("letters", operations.deadLetters());
        return "operations/dead-letters";
    }

    @GetMapping("/dead-letters/{id}")
    String one(@PathVariable String id, Form form, Reader reader, Model page) {
        page.addAttribute("letter", operations.deadLetter(id));
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
                    return mended.waiting() != null && mended.waiting() > 0
                            ? "redirect:/operations/dead-letters/" + id + "?done=stuck-again"
                            : "redirect:/operations/dead-letters?done=" + act;
                },
                () -> one(id, form, reader, page));
    }

    @GetMapping("/alerts")
    String alerts(
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String after,
            Form form,
            Reader reader,
            Model page) {
        page.addAttribute(
                "alerts", operations.alerts(state == null || state.isBlank() ? null : state, after, PER_PAGE));
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
}
