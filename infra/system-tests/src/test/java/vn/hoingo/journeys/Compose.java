package vn.hoingo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import vn.hoingo.local.Ports;

/** The compose file, run under a project name and on a port of its own, as an operator's shell does it. */
final class Compose implements AutoCloseable {

    private static final String PROJECT = "hoingo-journey";
    private static final Pattern LINK = Pattern.compile("http://\\S+/identity/link\\?token=\\S+");

    private final int port = Ports.freeBlock(1);

    /** Only where asked for, since it takes minutes, and where it can be. */
    static boolean isTried() {
        boolean asked = Boolean.getBoolean("hoingo.compose");
        if (!asked || !hasEngineAndImages()) {
            System.err.println(
                    asked
                            ? "NO DOCKER ENGINE WITH THE IMAGES: COMPOSE IS NOT TRIED"
                            : "COMPOSE IS NOT TRIED: ./test -Dhoingo.compose=true does");
            return false;
        }
        return true;
    }

    private static boolean hasEngineAndImages() {
        List<String> images =
                List.of("apache/kafka:4.2.1", "mongo:8.0", "eclipse-temurin:25-jre", "debian:bookworm-slim");
        try {
            List<String> command = new ArrayList<>(List.of("docker", "image", "inspect"));
            command.addAll(images);
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noDocker) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** What the build made lately, not what was packed from it before. */
    void build() {
        succeeds("build");
    }

    void up() {
        succeeds("up", "-d", "--wait");
    }

    /** Everything goes but the volumes. */
    void down() {
        succeeds("down");
    }

    @Override
    public void close() {
        run("down", "--volumes");
    }

    /** The newest link that was mailed to somebody, once it is there. */
    String linkFor(String address) {
        String[] link = new String[1];
        Awaitility.await("a link for " + address)
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> {
                    Matcher matcher = LINK.matcher(lettersFor(address));
                    while (matcher.find()) {
                        link[0] = matcher.group();
                    }
                    return link[0] != null;
                });
        return link[0];
    }

    /** As the README tells to read them. */
    String lettersFor(String address) {
        return run("exec", "-T", "mail", "bash", "-c", "cat /mail/*" + address + "*.txt")
                .output();
    }

    /** What the store answers somebody who holds the address of one service's database. */
    Answer ask(String service, String question) {
        String address = succeeds(
                "exec", "-T", service, "bash", "-c", "source /secrets/$SERVICE.env && echo \"$SPRING_MONGODB_URI\"");
        return run("exec", "-T", "mongo", "mongosh", "--quiet", address.strip(), "--eval", question);
    }

    String succeeds(String... words) {
        Answer answer = run(words);
        assertThat(answer.status())
                .as(String.join(" ", words) + "\n" + answer.output())
                .isZero();
        return answer.output();
    }

    Answer run(String... words) {
        List<String> command = new ArrayList<>(List.of("docker", "compose", "-p", PROJECT));
        command.addAll(List.of(words));
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(RunningSystem.project().toFile())
                    .redirectErrorStream(true);
            builder.environment().put("PORT", String.valueOf(port));
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), output);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    record Answer(int status, String output) {}
}
