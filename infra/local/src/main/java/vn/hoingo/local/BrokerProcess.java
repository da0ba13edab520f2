package vn.hoingo.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** The main class of the broker's own JVM: formats an empty folder, then runs Kafka until it is told to stop. */
final class BrokerProcess {

    private BrokerProcess() {}

    /** @param arguments the properties file, the folder of the log, and the process id of whoever started us */
    public static void main(String[] arguments) {
        Path properties = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        endWith(Long.parseLong(arguments[2]));
        if (!Files.exists(folder.resolve("meta.properties"))) {
            int code = kafka.tools.StorageTool.execute(
                    new String[] {
                        "format",
                        "--config",
                        properties.toString(),
                        "--cluster-id",
                        org.apache.kafka.common.Uuid.randomUuid().toString()
                    },
                    System.out);
            if (code != 0) {
                System.exit(code);
            }
        }
        kafka.Kafka.main(new String[] {properties.toString()});
    }

    /** A broker whose supervisor was killed has nobody left to stop it. */
    private static void endWith(long parent) {
        ProcessHandle.of(parent)
                .ifPresentOrElse(process -> process.onExit().thenRun(() -> System.exit(1)), () -> Runtime.getRuntime()
                        .halt(1));
    }
}
