package vn.hoingo.benchmarks;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The limit of the watchers, in a process of its own: one thread that polls, and writes the same bytes to every connection. */
final class Broadcaster {

    private Broadcaster() {}

    /** @param arguments address of the broker, topic, port */
    public static void main(String[] arguments) throws Exception {
        List<SocketChannel> watchers = new CopyOnWriteArrayList<>();
        ServerSocketChannel door = ServerSocketChannel.open()
                .bind(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[2])), 4_096);
        Thread.ofPlatform().daemon().start(() -> greet(door, watchers));
        List<TopicPartition> partitions = java.util.stream.IntStream.range(0, Stage.PARTITIONS)
                .mapToObj(number -> new TopicPartition(arguments[1], number))
                .toList();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                java.util.Map.of("bootstrap.servers", arguments[0], "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            while (true) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    show(record, watchers);
                }
            }
        }
    }

    private static void greet(ServerSocketChannel door, List<SocketChannel> watchers) {
        ByteBuffer asked = ByteBuffer.allocate(4_096);
        try {
            while (true) {
                SocketChannel watcher = door.accept();
                watcher.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
                watcher.read(asked.clear());
                watcher.write(ByteBuffer.wrap(
                        "HTTP/1.1 200\r\nContent-Type: text/event-stream\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
                watchers.add(watcher);
            }
        } catch (java.io.IOException over) {
            throw new java.io.UncheckedIOException(over);
        }
    }

    private static void show(ConsumerRecord<String, byte[]> record, List<SocketChannel> watchers) {
        String text = "event: fact\nid: " + record.partition() + "-" + record.offset() + "\ndata: "
                + new String(record.value(), StandardCharsets.UTF_8) + "\n\n";
        ByteBuffer frame = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        for (SocketChannel watcher : watchers) {
            try {
                watcher.write(frame.rewind());
            } catch (java.io.IOException left) {
                watchers.remove(watcher);
            }
        }
    }
}
