package vn.hoingo.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The start of everything on one machine; {@code ./run} calls it. */
final class HoiNgo {

    private HoiNgo() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        Instant begun = Instant.now();
        Runnable stop = () -> {};
        try {
            Jdk.require();
            Options options = Options.of(List.of(arguments));
            if (options.help()) {
                System.out.print(help());
                return;
            }
            Path project = Path.of(System.getProperty("hoingo.project", ".")).toAbsolutePath();
            Supervisor supervisor = new Supervisor(options, project.normalize(), HoiNgo::say);
            stop = supervisor::stop;
            Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop"));
            System.out.println("ready: " + supervisor.start(begun));
            System.out.flush();
        } catch (CannotStart e) {
            stop.run(); // what went wrong is the last word
            say(String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " "));
            System.exit(e.code().number());
        }
        new CountDownLatch(1).await(); // until a signal ends us
    }

    private static void say(String line) {
        System.err.println("hoingo: " + line);
    }

    private static String help() throws IOException {
        try (InputStream text = HoiNgo.class.getResourceAsStream("help.txt")) {
            return text == null ? "" : new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
