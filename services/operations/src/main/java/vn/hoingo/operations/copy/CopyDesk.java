package vn.hoingo.operations.copy;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Absent;
import vn.hoingo.messaging.Acting;
import vn.hoingo.operations.flow.ServiceMessaging;
import vn.hoingo.operations.flow.Services;

/** Where local copies are looked at and made anew; their service does the work and goes on meanwhile. */
@Component
class CopyDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CopyDesk.class);

    private final Services services;

    CopyDesk(Services services) {
        this.services = services;
    }

    Copies all() {
        List<CopyView> copies = new ArrayList<>();
        List<String> unreachable = new ArrayList<>();
        for (Services.Answer<List<ServiceMessaging.Copy>> answer :
                services.ask((door, service) -> door.copies(service))) {
            answer.said()
                    .ifPresentOrElse(
                            said -> said.forEach(copy -> copies.add(CopyView.of(answer.service(), copy))),
                            () -> unreachable.add(answer.service()));
        }
        return new Copies(copies, unreachable);
    }

    CopyView rebuild(String service, String copy) {
        ServiceMessaging door = services.of(service);
        if (door.copies(service).stream().noneMatch(known -> known.copy().equals(copy))) {
            throw new Absent("LocalCopy", copy);
        }
        LOG.info("{} of {} is made anew for {}", copy, service, Acting.current().actor());
        return CopyView.of(service, door.rebuild(service, copy));
    }

    record Copies(List<CopyView> items, List<String> unreachable) {}
}
