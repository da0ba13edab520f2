package vn.hoingo.messaging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How operations watches the messages of this service and mends what got stuck. */
@RestController
@RequestMapping("/api/${spring.application.name}/messaging")
@PreAuthorize("hasAnyRole('service','operations-watcher')")
class MessagingController {

    private final Tallies tallies;
    private final Repair repair;
    private final Rebuild rebuild;
    private final Sweep sweep;

    MessagingController(Tallies tallies, Repair repair, Rebuild rebuild, Sweep sweep) {
        this.tallies = tallies;
        this.repair = repair;
        this.rebuild = rebuild;
        this.sweep = sweep;
    }

    /** What became of the messages, per consumer and partition, and how long the oldest fact of ours waits to travel. */
    @GetMapping("/tallies")
    Flow tallies() {
        return new Flow(tallies.all(), sweep.oldest().toMillis());
    }

    @GetMapping("/blocked")
    List<BlockedKeys.Blocked> blocked() {
        return repair.blocked();
    }

    /** The stuck message itself; ids have slashes, hence the parameter. */
    @GetMapping("/blocked/message")
    Stuck message(@RequestParam String id) {
        return Stuck.of(repair.message(id));
    }

    @PostMapping("/blocked/replay")
    Repair.Drained replay(@RequestParam String id) {
        return repair.replay(id);
    }

    @PostMapping("/blocked/discard")
    Repair.Drained discard(@RequestParam String id) {
        return repair.discard(id);
    }

    @GetMapping("/copies")
    List<Rebuild.Progress> copies() {
        return rebuild.all();
    }

    @PostMapping("/copies/rebuild")
    Rebuild.Progress rebuild(@RequestParam String copy) {
        return rebuild.begin(copy);
    }

    record Flow(List<Tallies.Tally> tallies, long oldestPendingMillis) {}

    record Stuck(String topic, int partition, long offset, Map<String, String> headers, String payload) {

        static Stuck of(ConsumerRecord<String, byte[]> record) {
            Map<String, String> headers = new TreeMap<>();
            record.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            byte[] payload = record.value() == null ? new byte[0] : record.value();
            return new Stuck(
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    headers,
                    new String(payload, 0, Math.min(payload.length, 64 * 1024), StandardCharsets.UTF_8));
        }
    }
}
