package vn.hoingo.messaging;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, and what made them: every fact that is announced inside names them.
 *
 * @param actor an account id, a client id, or {@code system}; resolved to a name only where it is displayed
 * @param correlation the id that everything shares which one act of a person set in motion
 * @param cause the id of the message that made this happen; null when a person did
 * @param trace the W3C {@code traceparent} of the request or message; null when there is none
 * @param request what an HTTP command said of itself; null elsewhere
 */
public record Acting(
        String actor,
        String correlation,
        @Nullable String cause,
        @Nullable String trace,
        @Nullable Request request) {

    private static final ScopedValue<Acting> CURRENT = ScopedValue.newInstance();

    /** Who acts now; {@code system} where nobody said so. */
    public static Acting current() {
        return CURRENT.isBound()
                ? CURRENT.get()
                : new Acting("system", Ids.fresh().toString(), null, null, null);
    }

    public static Acting system(String what) {
        return new Acting("system:" + what, Ids.fresh().toString(), null, null, null);
    }

    /** Runs the work in this one's name. */
    public <R, X extends Throwable> R in(ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).<R, X>call(work);
    }

    /** The same command with a body that was too large to be read at the door: a repeat has to bring the same one. */
    public Acting bringing(byte[] body) {
        Request asked = request;
        return asked == null
                ? this
                : new Acting(
                        actor,
                        correlation,
                        cause,
                        trace,
                        new Request(asked.route, asked.key, Ids.digest(body), asked.ifMatch));
    }

    /** The id of what this command creates: the same again when the command is repeated under its Idempotency-Key. */
    public UUID newId(String kind) {
        Request asked = request;
        return asked == null || asked.key() == null
                ? Ids.fresh()
                : Ids.from(kind, actor, asked.route(), asked.key(), asked.next("new " + kind));
    }

    /**
     * What an HTTP command said of itself.
     *
     * @param route method and path, so that a key is good for one kind of command only
     * @param key its Idempotency-Key, if any
     * @param bodyHash {@link Ids#digest} of the body
     * @param ifMatch the version that the sender saw, if it said so
     */
    public static final class Request {

        private final String route;
        private final @Nullable String key;
        private final String bodyHash;
        private final @Nullable Long ifMatch;
        private final Map<Object, Integer> steps = new ConcurrentHashMap<>();
        private final AtomicBoolean matched = new AtomicBoolean();

        public Request(String route, @Nullable String key, String bodyHash, @Nullable Long ifMatch) {
            this.route = route;
            this.key = key;
            this.bodyHash = bodyHash;
            this.ifMatch = ifMatch;
        }

        String route() {
            return route;
        }

        @Nullable
        String key() {
            return key;
        }

        String bodyHash() {
            return bodyHash;
        }

        /** The expected version, for the first edit of the request only: what follows from the edit was not seen by anybody. */
        @Nullable
        Long takeIfMatch() {
            return ifMatch != null && matched.compareAndSet(false, true) ? ifMatch : null;
        }

        /** One command may touch an aggregate several times; each time is a step of its own, in the same order at a repeat. */
        int next(Object what) {
            return steps.merge(what, 1, Integer::sum);
        }
    }
}
