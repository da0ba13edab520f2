package vn.hoingo.portal.permit;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The permits, as the events service keeps them. */
public interface PermitsClient {

    @GetExchange("/api/events/{event}/permit")
    Permit of(@PathVariable UUID event);

    @PostExchange("/api/events/{event}/permit/{act}")
    Permit act(@PathVariable UUID event, @PathVariable String act, @RequestBody Object body);

    @PostExchange("/api/events/{event}/permit/{things}/{id}/{act}")
    Permit act(
            @PathVariable UUID event,
            @PathVariable String things,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestBody Object body);
}
