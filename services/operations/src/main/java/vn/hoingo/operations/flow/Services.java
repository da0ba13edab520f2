package vn.hoingo.operations.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.hoingo.doors.ServiceCalls;
import vn.hoingo.messaging.Absent;

/** The services whose messages are watched; each is asked over HTTP, all at once, and one that does not answer is said to be away. */
@Component
public class Services {

    private static final Logger LOG = LoggerFactory.getLogger(Services.class);
    private static final List<String> NAMES =
            List.of("events", "delegations", "invitations", "logistics", "operations");

    private final Map<String, ServiceMessaging> doors = new LinkedHashMap<>();

    Services(ServiceCalls calls) {
        NAMES.forEach(name -> doors.put(name, calls.client(name, ServiceMessaging.class)));
    }

    /** The messaging of one service. */
    public ServiceMessaging of(String service) {
        ServiceMessaging door = doors.get(service);
        if (door == null) {
            throw new Absent("Service", service);
        }
        return door;
    }

    /** Asks all of them the same; nothing for those that do not answer. */
    public <R> List<Answer<R>> ask(BiFunction<ServiceMessaging, String, R> question) {
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<R>> asked = new LinkedHashMap<>();
            doors.forEach((name, door) -> asked.put(name, together.submit(() -> question.apply(door, name))));
            List<Answer<R>> answers = new ArrayList<>();
            asked.forEach((name, answer) -> answers.add(new Answer<>(name, answered(name, answer))));
            return answers;
        }
    }

    private static <R> Optional<R> answered(String name, Future<R> answer) {
        try {
            return Optional.ofNullable(answer.get());
        } catch (ExecutionException away) {
            LOG.info("{} does not answer: {}", name, String.valueOf(away.getCause()));
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** @param said empty when the service is away */
    public record Answer<R>(String service, Optional<R> said) {}
}
