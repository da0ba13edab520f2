package vn.hoingo.benchmarks.board;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Who waits until something can be seen in the store: answered with the moment at which that was acknowledged. */
public final class Shown {

    private final Map<UUID, CompletableFuture<Long>> waiting = new ConcurrentHashMap<>();

    public CompletableFuture<Long> expect(UUID id) {
        return waiting.computeIfAbsent(id, unused -> new CompletableFuture<>());
    }

    public void is(UUID id) {
        CompletableFuture<Long> expected = waiting.remove(id);
        if (expected != null) {
            expected.complete(System.nanoTime());
        }
    }
}
