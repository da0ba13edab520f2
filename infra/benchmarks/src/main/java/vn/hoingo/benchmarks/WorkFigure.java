package vn.hoingo.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.local.Ports;

/**
 * What an act of a person costs the whole system, gateway, services, broker and store together, through the gateway: a delegation of
 * one member is registered, a delegate is checked in, a page of 50 delegations is read. Counted is processor time until everybody has
 * heard of it, less what the system takes at rest.
 */
final class WorkFigure implements Figure {

    private static final int PORTS = 26;
    private static final int OF_ONE_DELEGATION = 40;
    private static final int REGISTRATIONS = 60;
    private static final int CHECK_INS = 120;
    private static final int PAGES = 200;
    private static final List<Integer> CLIENTS = List.of(1, 8, 32);
    private static final Duration AT_REST = Duration.ofSeconds(10);
    private static final String LIMITLESS = "1000000000";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String url = "";
    private String token = "";
    private Path data = Path.of("");
    private double atRest;

    @Override
    public void measure(Effort effort, Lines lines) throws Exception {
        Path home = Files.createTempDirectory("hoingo-work-");
        data = home.resolve("data");
        int port = Ports.freeBlock(PORTS);
        Path log = home.resolve("run.log");
        try (Running system = Running.program(
                List.of(Running.PROJECT.resolve("run").toString(), "--demo", "--port", "" + port, "--data", "" + data),
                Map.of("HOINGO_GATEWAY_LIMITS_PRINCIPAL", LIMITLESS, "HOINGO_GATEWAY_LIMITS_ADDRESS", LIMITLESS),
                log)) {
            system.await(() -> Files.readString(log).contains("ready: "));
            url = "http://localhost:" + port;
            token = token();
            String event = event();
            List<String> badges = badges(event, rounds(effort) * effort.of(CHECK_INS));
            String point = "/api/delegations/check-in/points/"
                    + id(post("/api/delegations/check-in/points", """
                    {"eventId": "%s", "name": {"vi": "Cửa chính", "en": "Main door"}, "zone": "general"}
                    """.formatted(event)));
            atRest = atRest();
            int round = 0;
            for (int clients : CLIENTS) {
                for (int turn = 0; turn <= effort.rounds(); turn++) {
                    int first = round++ * effort.of(CHECK_INS);
                    List<String> partners = partners(effort.of(REGISTRATIONS), "W" + round);
                    Cost registered = cost(clients, partners.size(), each -> registered(event, partners.get(each)));
                    Cost admitted = cost(clients, effort.of(CHECK_INS), each -> post(
                                    point + "/decisions", "{\"badge\": \"%s\"}".formatted(badges.get(first + each)))
                            .get("answer")
                            .asString()
                            .equals("admitted"));
                    Cost read = cost(
                            clients,
                            effort.of(PAGES),
                            each -> get("/api/delegations?event=" + event + "&limit=50")
                                            .get("items")
                                            .size()
                                    > 1);
                    if (turn == effort.rounds()) { // those before only warm up
                        print(lines, "register a delegation of one", clients, registered, 10, "pretix 180, Indico 70");
                        print(lines, "check in", clients, admitted, 5, "pretix 62, Indico 35");
                        print(lines, "a page of 50", clients, read, 8, "pretix 110-145, Indico 3,400 for 5,000 rows");
                    }
                }
            }
            lines.of("memory of everything after load", "MB")
                    .with("ours", system.memory())
                    .with("peers", "pretix 1,300, Indico 1,400")
                    .with("reach", "at most 2,200")
                    .with("reached", system.memory() <= 2_200)
                    .print();
        }
    }

    private static int rounds(Effort effort) {
        return CLIENTS.size() * (effort.rounds() + 1);
    }

    private static void print(Lines lines, String act, int clients, Cost cost, double atMost, String peers) {
        lines.of(act + ", processor time of all processes", "ms")
                .with("clients", clients)
                .with("ours", Math.round(cost.millis * 10) / 10.0)
                .with("perSecond", Math.round(cost.perSecond * 10) / 10.0)
                .with("of", cost.parts)
                .with("peers", peers)
                .with("reach", "at most " + atMost + " ms")
                .with("reached", cost.millis <= atMost)
                .print();
    }

    /** How much each did, from the first request until the last reaction to it. */
    private Cost cost(int clients, int acts, IntFunction<Boolean> act) throws Exception {
        awaitQuiet();
        Map<String, Double> before = processorSeconds();
        long begun = System.nanoTime();
        try (ExecutorService people = Executors.newFixedThreadPool(clients)) {
            List<Future<Boolean>> done = new ArrayList<>();
            for (int each = 0; each < acts; each++) {
                int number = each;
                done.add(people.submit(() -> act.apply(number)));
            }
            for (Future<Boolean> each : done) {
                if (!each.get()) {
                    throw new IOException("an act was not answered as it should be");
                }
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        awaitQuiet();
        double all = (System.nanoTime() - begun) / 1e9;
        Map<String, Double> parts = new TreeMap<>();
        double spent = 0;
        for (Map.Entry<String, Double> after : processorSeconds().entrySet()) {
            double own = after.getValue() - before.getOrDefault(after.getKey(), 0.0);
            spent += own;
            parts.put(after.getKey(), Math.round(own / acts * 10_000) / 10.0);
        }
        return new Cost((spent - atRest * all) / acts * 1_000, acts / seconds, parts);
    }

    private double atRest() throws Exception {
        awaitQuiet();
        double before = sum(processorSeconds());
        Thread.sleep(AT_REST);
        return (sum(processorSeconds()) - before) / AT_REST.toSeconds();
    }

    private static double sum(Map<String, Double> seconds) {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Of each process by its name, as the system counts it. */
    private Map<String, Double> processorSeconds() throws IOException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        try (var files = Files.list(data.resolve("run"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".pid")).toList()) {
                long pid = Long.parseLong(Files.readString(file).split(" ")[0]);
                seconds.put(file.getFileName().toString().replace(".pid", ""), Running.cpuSeconds(pid));
            }
        }
        return seconds;
    }

    private void awaitQuiet() throws Exception {
        long until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!StreamSupport.stream(
                        get("/api/operations/flows").get("services").spliterator(), false)
                .allMatch(service -> service.get("behind").asLong() == 0
                        && service.get("oldestPendingMillis").asLong() == 0)) {
            if (System.nanoTime() > until) {
                throw new IOException("the system did not come to rest");
            }
            Thread.sleep(500);
        }
    }

    private String event() {
        LocalDate day0 = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(90);
        String event = id(post("/api/events", """
                {"template": "economic-forum", "day0": "%s", "edition": "Work", "venue": "Thisky Hall Sala",
                 "name": {"vi": "Diễn đàn đo lường", "en": "Forum that is measured"}}
                """.formatted(day0)));
        post("/api/events/" + event + "/preparation", "{}");
        post(
                "/api/events/" + event + "/registration",
                "{\"closesAt\": \"%sT10:00:00Z\", \"membersPerDelegation\": %d}"
                        .formatted(day0.minusDays(1), OF_ONE_DELEGATION));
        return event;
    }

    private List<String> partners(int many, String batch) {
        return IntStream.range(0, many)
                .mapToObj(each -> id(post("/api/delegations/partners", """
                        {"name": {"vi": "%1$s", "en": "%1$s"}, "kind": "locality", "countryCode": "JP",
                         "countryName": {"vi": "Nhật Bản", "en": "Japan"}, "language": "en", "contactEmail": "work@partner.example"}
                        """.formatted("Partner " + batch + " " + each))))
                .toList();
    }

    private boolean registered(String event, String partner) {
        return registered(event, partner, 1) != null;
    }

    private @Nullable String registered(String event, String partner, int people) {
        JsonNode draft =
                post("/api/delegations", "{\"eventId\": \"%s\", \"partnerId\": \"%s\"}".formatted(event, partner));
        String delegation = "/api/delegations/" + id(draft);
        List<String> members = IntStream.range(0, people)
                .mapToObj(each -> """
                        {"memberId": "%s", "kind": "%s", "function": "Adviser", "rank": %d,
                         "person": {"passportName": "GUEST %s", "nationality": "JP"}}
                        """.formatted(
                        UUID.randomUUID(), each == 0 ? "head" : "delegate", each == 0 ? 5 : 8, letters(partner, each)))
                .toList();
        send(
                "PUT",
                delegation,
                "{\"languages\": [\"ja\"], \"members\": [%s]}".formatted(String.join(",", members)),
                draft.get("version").asLong());
        return post(delegation + "/submission", "{}").get("state").asString().equals("submitted") ? delegation : null;
    }

    private static String letters(String partner, int member) {
        StringBuilder name = new StringBuilder();
        (partner + member)
                .chars()
                .filter(Character::isLetterOrDigit)
                .forEach(each -> name.append((char) ('A' + Character.digit(each, 36) % 26)));
        return name.toString();
    }

    private List<String> badges(String event, int many) {
        List<String> numbers = new ArrayList<>();
        for (String partner : partners((many + OF_ONE_DELEGATION - 1) / OF_ONE_DELEGATION, "B")) {
            String delegation = registered(event, partner, OF_ONE_DELEGATION);
            post(delegation + "/review", "{}");
            post(delegation + "/approval", "{}");
            post(delegation + "/accreditations", "{\"zones\": [\"general\"]}");
        }
        String next = "";
        do {
            JsonNode page = get("/api/delegations/accreditations?event=" + event + "&state=issued&limit=200" + next);
            page.get("items").forEach(badge -> numbers.add(badge.get("number").asString()));
            next = page.hasNonNull("next") ? "&after=" + page.get("next").asString() : "";
        } while (!next.isEmpty());
        return numbers;
    }

    private String token() throws Exception {
        JsonNode client =
                JSON.readTree(Files.readString(data.resolve("demo.json"))).get("client");
        String basic = Base64.getEncoder()
                .encodeToString((client.get("id").asString() + ":"
                                + client.get("secret").asString())
                        .getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(answer.body()).get("access_token").asString();
    }

    private JsonNode get(String path) {
        return send("GET", path, null, null);
    }

    private JsonNode post(String path, String body) {
        return send("POST", path, body, null);
    }

    private JsonNode send(String method, String path, @Nullable String body, @Nullable Long version) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json");
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        if (method.equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        try {
            HttpResponse<String> answer = http.send(
                    request.method(
                                    method,
                                    body == null
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException broken) {
            throw new IllegalStateException(method + " " + path, broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asString();
    }

    /** @param parts by the name of the process, what it takes at rest included */
    private record Cost(double millis, double perSecond, Map<String, Double> parts) {}
}
