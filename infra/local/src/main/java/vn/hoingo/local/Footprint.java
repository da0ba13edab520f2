package vn.hoingo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Memory that is really taken: a page that several processes share counts once, in parts. */
final class Footprint {

    private Footprint() {}

    /** Megabytes of all these processes together; 0 where the system does not tell. */
    static long ofProcesses(LongStream processes) {
        return processes.map(Footprint::kilobytes).sum() / 1024;
    }

    private static long kilobytes(long process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException ignored) {
            return 0; // it has just ended, or this is not Linux
        }
    }
}
