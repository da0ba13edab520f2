package vn.hoingo.portal.plan;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The plans, as the events service keeps them. */
interface PlansClient {

    @GetExchange("/api/events/{event}/deadlines")
    Plan of(@PathVariable UUID event);

    @PostExchange("/api/events/{event}/deadlines/{step}/{act}")
    Plan act(@PathVariable UUID event, @PathVariable String step, @PathVariable String act, @RequestBody Object body);
}
