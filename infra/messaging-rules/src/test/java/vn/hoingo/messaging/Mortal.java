package vn.hoingo.messaging;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.KafkaOperations;

/**
 * The life of one process of a test. It may end before or after a step that it takes at the store or the broker; from then on
 * nothing of it reaches either, as if it had been killed.
 */
final class Mortal {

    private static final Set<String> HARMLESS = Set.of("close", "wakeup", "getConverter");

    private final @Nullable Step last;
    private final AtomicInteger times = new AtomicInteger();
    private final CountDownLatch died = new CountDownLatch(1);

    private Mortal(@Nullable Step last) {
        this.last = last;
    }

    static Mortal forEver() {
        return new Mortal(null);
    }

    static Mortal until(Step last) {
        return new Mortal(last);
    }

    MongoOperations at(MongoOperations store) {
        return watch(MongoOperations.class, store);
    }

    @SuppressWarnings("unchecked")
    KafkaOperations<String, byte[]> at(KafkaOperations<String, byte[]> broker) {
        return watch(KafkaOperations.class, broker);
    }

    @SuppressWarnings("unchecked")
    Consumer<String, byte[]> at(Consumer<String, byte[]> broker) {
        return watch(Consumer.class, broker);
    }

    boolean isDead() {
        return died.getCount() == 0;
    }

    private <T> T watch(Class<T> seam, T real) {
        return seam.cast(
                Proxy.newProxyInstance(seam.getClassLoader(), new Class<?>[] {seam}, (proxy, method, given) -> {
                    Object[] arguments = given == null ? new Object[0] : given;
                    if (isDead() && !HARMLESS.contains(method.getName())) {
                        throw new Death();
                    }
                    boolean isLast =
                            last != null && last.isTakenBy(method, arguments) && times.incrementAndGet() == last.time();
                    if (isLast && last.before()) {
                        die();
                    }
                    Object result;
                    try {
                        result = method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                    if (isLast) {
                        die();
                    }
                    return result;
                }));
    }

    private void die() {
        died.countDown();
        throw new Death();
    }

    /**
     * A durable step.
     *
     * @param what {@code save tickets}, {@code execute tallies}, {@code send lab.ticket}, {@code commitSync} …
     * @param before whether the process dies before the step or after it
     * @param time at the how manieth
     */
    record Step(String what, boolean before, int time) {

        static Step before(String what) {
            return new Step(what, true, 1);
        }

        static Step after(String what) {
            return new Step(what, false, 1);
        }

        Step time(int manieth) {
            return new Step(what, before, manieth);
        }

        boolean isTakenBy(Method method, Object[] arguments) {
            Object object = arguments.length == 0 ? "" : arguments[0];
            String at =
                    switch (object) {
                        case String collection -> " " + collection;
                        case ProducerRecord<?, ?> record -> " " + record.topic();
                        case Aggregate<?> aggregate ->
                            " " + AggregateKinds.Kind.of(aggregate.getClass()).collection();
                        default -> "";
                    };
            return what.equals(method.getName() + at);
        }

        @Override
        public String toString() {
            return (before ? "before " : "after ") + what + (time == 1 ? "" : " the " + time + ". time");
        }
    }

    /** The end of a process. Nothing catches it for good, since whatever it does next ends the same. */
    static final class Death extends Error {
        Death() {
            super("killed", null, false, false);
        }
    }
}
