package vn.hoingo.identity.account;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hoingo.identity.Digests;

/**
 * How often someone may try: per account from one place, per account from everywhere, and per place. A guesser is
 * stopped by the first, a crowd of guessers by the second, and neither locks the owner out of an e-mailed link.
 */
@Component
public class Attempts {

    private static final int REMEMBERED = 20_000;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Counts before the password is looked at, or a thousand guesses at the same moment would count as one. */
    boolean passwordFor(EmailAddress email, String address) {
        return take(place(address), 200, Duration.ofMinutes(10))
                && take(both(email, address), 10, Duration.ofMinutes(10))
                && take(account(email), 100, Duration.ofMinutes(10));
    }

    /** Who knew the password was not guessing. */
    synchronized void knew(EmailAddress email, String address) {
        Stream.of(place(address), both(email, address), account(email))
                .map(key -> buckets.get(Digests.of(key)))
                .filter(Objects::nonNull)
                .forEach(bucket -> bucket.addTokens(1));
    }

    private static String place(String address) {
        return "place\n" + address;
    }

    private static String both(EmailAddress email, String address) {
        return "both\n" + email.value() + "\n" + address;
    }

    private static String account(EmailAddress email) {
        return "account\n" + email.value();
    }

    public boolean linkTo(EmailAddress email, String address) {
        return take("asking\n" + address, 100, Duration.ofHours(1))
                && take("link\n" + email.value(), 6, Duration.ofHours(1));
    }

    private synchronized boolean take(String key, int times, Duration within) {
        return buckets.computeIfAbsent(Digests.of(key), unused -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(times).refillGreedy(times, within))
                        .build())
                .tryConsume(1);
    }
}
