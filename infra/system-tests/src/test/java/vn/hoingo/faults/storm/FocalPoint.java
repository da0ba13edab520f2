package vn.hoingo.faults.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.faults.history.Chronicle;
import vn.hoingo.faults.history.Line.Shown;
import vn.hoingo.journeys.RunningSystem;

/** Who acts for one partner, signed in by a mailed link, and looks at everything that might be shown, also at what is not theirs. */
final class FocalPoint implements Runnable {

    private static final Pattern LINK = Pattern.compile("/identity/link\\?token=(\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int REDIRECTS = 10;

    private final RunningSystem system;
    private final Door staff;
    private final Chronicle chronicle;
    private final Random random;
    private final String partner;
    private final String event;
    private final BooleanSupplier isOver;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param event whose delegations are tried */
    FocalPoint(
            RunningSystem system,
            Door staff,
            Chronicle chronicle,
            long seed,
            String partner,
            String event,
            BooleanSupplier isOver) {
        this.system = system;
        this.staff = staff;
        this.chronicle = chronicle;
        this.random = new Random(seed);
        this.partner = partner;
        this.event = event;
        this.isOver = isOver;
    }

    /** As a person does it: is written to, opens the link, presses the button. */
    void signIn() {
        String address = "focal-" + partner + "@haven.example";
        staff.once("POST", "/api/identity/invitations", """
                {"email": "%s", "name": "Invented Person", "partnerId": "%s", "locale": "en", "returnTo": "/register"}
                """.formatted(address, partner));
        String[] token = new String[1];
        if (!Door.until(PATIENCE, () -> (token[0] = mailedTo(address)) != null)) {
            throw new IllegalStateException("no link came to " + address);
        }
        URI next = URI.create(system.url() + "/identity/link");
        HttpRequest.Builder request = HttpRequest.newBuilder(next)
                .header("Origin", system.url())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "token=" + URLEncoder.encode(token[0], StandardCharsets.UTF_8)));
        for (int redirects = 0; redirects < REDIRECTS; redirects++) {
            HttpResponse<String> answer = send(request);
            String location = answer == null
                    ? null
                    : answer.headers().firstValue("Location").orElse(null);
            if (location == null) {
                break;
            }
            next = next.resolve(location);
            request = HttpRequest.newBuilder(next).GET();
        }
        JsonNode mine = look("/api/delegations");
        if (mine == null) {
            throw new IllegalStateException(address + " could not sign in; came to " + next.getPath());
        }
    }

    @Override
    public void run() {
        while (!isOver.getAsBoolean()) {
            JsonNode all = staff.look("/api/delegations?limit=50&event=" + event);
            if (all != null && !all.get("items").isEmpty()) {
                JsonNode some =
                        all.get("items").get(random.nextInt(all.get("items").size()));
                tell("/api/delegations/" + some.get("id").asString());
            }
            tell("/api/delegations?limit=50");
            tell("/api/invitations?limit=50&event=" + event);
            Door.rest(PAUSE);
        }
    }

    private void tell(String path) {
        JsonNode answer = look(path);
        if (answer == null) {
            return;
        }
        Stream<JsonNode> things = answer.has("items") ? Repairs.all(answer.get("items")) : Stream.of(answer);
        things.forEach(thing -> chronicle.write(new Shown(
                partner,
                "GET " + path,
                thing.get("id").asString(),
                thing.path("partnerId").asString("nobody"))));
    }

    private @Nullable JsonNode look(String path) {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(system.url() + path)).GET());
        try {
            return answer == null || answer.statusCode() != 200
                    ? null
                    : JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException cutOff) {
            return null;
        }
    }

    private @Nullable HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = system.http()
                    .send(request.timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                String pair = cookie.split(";", 2)[0];
                int equals = pair.indexOf('=');
                cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
            return answer;
        } catch (IOException unreachable) {
            return null;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private @Nullable String mailedTo(String address) {
        try (Stream<Path> files = Files.list(system.home().resolve("mail"))) {
            List<Path> letters = files.filter(file -> file.toString().endsWith(address + ".txt"))
                    .toList();
            if (letters.isEmpty()) {
                return null;
            }
            Matcher link = LINK.matcher(Files.readString(letters.getLast()));
            return link.find() ? link.group(1) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
