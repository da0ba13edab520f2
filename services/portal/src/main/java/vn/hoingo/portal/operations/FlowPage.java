package vn.hoingo.portal.operations;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Reader;
import vn.hoingo.portal.relay.Together;

/** Whether everything that came is accounted for, consumer by consumer, and local copies that can be made anew. */
@Controller
@RequestMapping("/operations/flow")
@PreAuthorize("hasAnyRole('operations-watcher', 'organiser', 'auditor')")
class FlowPage {

    private final OperationsClient operations;

    FlowPage(OperationsClient operations) {
        this.operations = operations;
    }

    @GetMapping
    String flow(Form form, Reader reader, Model page) {
        var flows = Together.ask(operations::flows);
        copies(reader, page);
        page.addAttribute("flows", flows.get().services());
        return "operations/flow";
    }

    @GetMapping("/consumers")
    String consumers(Model page) {
        page.addAttribute("flows", operations.flows().services());
        return "operations/flow :: consumers";
    }

    @GetMapping("/copies")
    String copies(Reader reader, Model page) {
        page.addAttribute("copies", operations.copies());
        page.addAttribute("mayMend", reader.is("operations-watcher"));
        return "operations/flow :: copies";
    }

    @PostMapping("/copies/{service}/{copy}/rebuild")
    String rebuild(@PathVariable String service, @PathVariable String copy, Form form, Reader reader, Model page) {
        return form.doing(
                () -> {
                    operations.rebuild(service, copy);
                    return "redirect:/operations/flow?done=rebuild#copies";
                },
                () -> flow(form, reader, page));
    }
}
