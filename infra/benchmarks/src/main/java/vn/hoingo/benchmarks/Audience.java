package vn.hoingo.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Many who watch one stream of server-sent events, on one thread: how many facts each has been shown, and when the last was. */
final class Audience implements AutoCloseable {

    private static final byte[] FACT = "event: fact\n".getBytes(StandardCharsets.US_ASCII);
    private static final int AT_ONCE = 50;

    private final Selector selector = Selector.open();
    private final List<Watching> watchers = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);

    /** @param request what each says first */
    Audience(int port, int size, String request) throws IOException {
        byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
        while (watchers.size() < size) {
            int before = watchers.size();
            for (int i = 0; i < AT_ONCE && watchers.size() < size; i++) {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
                channel.write(ByteBuffer.wrap(bytes));
                channel.configureBlocking(false);
                Watching watching = new Watching();
                watchers.add(watching);
                channel.register(selector, SelectionKey.OP_READ, watching);
            }
            // a server that is asked by all at once would only be slower
            until(() -> watchers.subList(before, watchers.size()).stream().allMatch(each -> each.answered), 60_000);
        }
    }

    /** Reads until each has been shown this many facts; answers when the last one was, in nanoseconds. */
    long lastShown(int facts) throws IOException {
        until(() -> watchers.stream().allMatch(each -> each.facts >= facts), 60_000);
        return watchers.stream().mapToLong(each -> each.last).max().orElseThrow();
    }

    private void until(java.util.function.BooleanSupplier done, long patience) throws IOException {
        long late = System.nanoTime() + patience * 1_000_000;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > late) {
                throw new IOException("not all watchers were shown what they wait for");
            }
            selector.select(this::read, 100);
        }
    }

    private void read(SelectionKey key) {
        Watching watching = (Watching) key.attachment();
        buffer.clear();
        try {
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                throw new IOException("a watcher was dropped");
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        buffer.flip();
        watching.see(buffer);
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private static final class Watching {

        private boolean answered;
        private int matched;
        private int facts;
        private long last;

        void see(ByteBuffer bytes) {
            answered = true;
            while (bytes.hasRemaining()) {
                byte next = bytes.get();
                if (next != FACT[matched]) {
                    matched = 0; // a line begins with it, so no other place of it may
                }
                if (next == FACT[matched] && ++matched == FACT.length) {
                    matched = 0;
                    facts++;
                    last = System.nanoTime();
                }
            }
        }
    }
}
