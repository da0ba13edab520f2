package vn.hoingo.messaging.lab.trouble;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import vn.hoingo.messaging.Heard;

/** Tells how hearing shall fail, and notes what was tried and what was heard. */
@Component
public class Trouble {

    private final Map<UUID, Failure> failures = new ConcurrentHashMap<>();
    private final List<Heard> tried = new CopyOnWriteArrayList<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    /** From now on, hearing of this source does this first. */
    public void with(UUID source, Failure failure) {
        failures.put(source, failure);
    }

    public void over(UUID source) {
        failures.remove(source);
    }

    public void hear(Heard message) {
        tried.add(message);
        Failure failure = failures.get(message.source());
        if (failure != null) {
            failure.of(message);
        }
        heard.add(message);
    }

    /** The numbers that were tried, of one source, in order. */
    public List<Long> tried(UUID source) {
        return numbers(tried, source);
    }

    public List<Long> heard(UUID source) {
        return numbers(heard, source);
    }

    private static List<Long> numbers(List<Heard> all, UUID source) {
        return all.stream()
                .filter(each -> each.source().equals(source))
                .map(Heard::sequence)
                .toList();
    }

    /** One way to fail; or none. */
    public interface Failure {
        void of(Heard message);
    }
}
