package vn.hoingo.local;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * What the demo begins with: the real partner localities and past editions, and invented guests, cars, drivers and interpreters.
 * They come in through the services' own doors, in the name of the demo's script client, each under an Idempotency-Key of its
 * own: a load that was cut short is simply made again.
 */
final class Demo {

    private static final String MAILBOXES = "@partners.hoingo.example";
    private static final String FOCAL_POINT_OF = "Busan";
    private static final Map<String, String> TEMPLATES =
            Map.of("HEF", "economic-forum", "ITE", "travel-expo", "FD", "friendship-dialogue");

    private final Path marker;
    private final ScriptDoor door;
    private final Consumer<String> progress;

    Demo(Path home, HttpClient http, DemoFile file, Consumer<String> progress) {
        this.marker = home.resolve("demo.loaded");
        this.door = new ScriptDoor(http, file.url(), file.client());
        this.progress = progress;
    }

    /** Once per data folder. */
    void load() {
        if (Files.exists(marker)) {
            return;
        }
        progress.accept("loading the demo");
        door.signIn();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> parts = List.of(
                    hands.submit(this::partnersAndGuests),
                    hands.submit(this::pastEditions),
                    hands.submit(this::resources));
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CannotStart known
                    ? known
                    : new CannotStart(ExitCode.FAILED, "the demo could not be loaded: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart(ExitCode.FAILED, "interrupted while the demo was loaded", e);
        }
        Secrets.write(marker, "loaded\n");
    }

    private void partnersAndGuests() {
        for (Csv.Row row : Csv.demo("partner-localities.csv")) {
            String locality = row.get("locality");
            JsonNode partner = door.post("/api/delegations/partners", "demo-partner-" + slug(locality), partner(row));
            if (FOCAL_POINT_OF.equals(locality)) {
                inviteFocalPoint(partner.path("id").asString());
            }
        }
        for (Csv.Row row : Csv.demo("guests.csv")) {
            String mailbox = row.get("mailbox");
            Map<String, Object> guest = new LinkedHashMap<>();
            guest.put("passportName", row.get("passport_name"));
            if (row.has("native_name")) {
                guest.put("nativeName", row.get("native_name"));
            }
            guest.put("formOfAddress", row.get("form_of_address"));
            guest.put("function", row.get("function") + " (invented)");
            guest.put("rank", Integer.valueOf(row.get("rank")));
            guest.put("category", row.get("category"));
            guest.put("nationality", row.get("nationality"));
            guest.put("languages", words(row.get("languages")));
            guest.put("email", mailbox + "@guests.hoingo.example");
            door.post("/api/delegations/people", "demo-guest-" + mailbox, guest);
        }
    }

    static Map<String, Object> partner(Csv.Row row) {
        String locality = row.get("locality");
        String code = row.get("country_code");
        String since = row.get("since");
        boolean inForce = "in force".equals(row.get("status"));
        Map<String, Object> partner = new LinkedHashMap<>();
        partner.put("name", Map.of("vi", locality, "en", locality));
        partner.put("kind", "locality");
        partner.put("countryCode", code);
        partner.put(
                "countryName",
                Map.of("vi", Locale.of("", code).getDisplayCountry(Locale.of("vi")), "en", row.get("country")));
        if (inForce) {
            partner.put("relation", row.get("relation"));
        }
        if (since.length() == "1994-05-14".length()) {
            partner.put("relationSince", since);
        }
        partner.put("language", "en");
        partner.put("contactEmail", slug(locality) + MAILBOXES);
        List<String> note = new ArrayList<>();
        if (!inForce) {
            note.add(row.get("relation") + " relation " + row.get("status"));
        }
        if (since.length() == "1994".length()) {
            note.add("since " + since);
        }
        note.add("signed by " + row.get("signed_by"));
        note.add("source: " + row.get("source_note"));
        partner.put("note", String.join("; ", note));
        return partner;
    }

    /** Its account needs no password: the one-time link lies in the mail folder. */
    private void inviteFocalPoint(String partner) {
        String address = slug(FOCAL_POINT_OF) + MAILBOXES;
        door.post(
                "/api/identity/invitations",
                "demo-focal-point-" + slug(FOCAL_POINT_OF),
                Map.of(
                        "email", address,
                        "name", "Seo Ha-neul (invented)",
                        "partnerId", partner,
                        "locale", "en",
                        "returnTo", "/"));
        progress.accept("the focal point of " + FOCAL_POINT_OF + ", " + address + ", has a one-time link by mail");
    }

    /** Published under a recorded exemption, since the decision of that time is not at hand, and long concluded. */
    private void pastEditions() {
        for (Csv.Row row : Csv.demo("events.csv")) {
            String key = "demo-edition-" + slug(row.get("series") + "-" + row.get("edition"));
            JsonNode event = door.post("/api/events", key, edition(row));
            String path = "/api/events/" + event.path("id").asString();
            door.post(path + "/preparation", key + "-preparation", Map.of());
            door.post(
                    path + "/publication",
                    key + "-publication",
                    Map.of("exemption", "A past edition, loaded for the demo: its decision is not at hand."));
            door.post(path + "/conclusion", key + "-conclusion", Map.of());
        }
    }

    static Map<String, Object> edition(Csv.Row row) {
        Map<String, Object> edition = new LinkedHashMap<>();
        edition.put("template", TEMPLATES.get(row.get("series")));
        edition.put("series", row.get("series"));
        edition.put("edition", row.get("edition"));
        edition.put("name", Map.of("vi", row.get("name_vi"), "en", row.get("name_en")));
        edition.put(
                "window",
                Map.of(
                        "start", LocalDate.parse(row.get("starts")).atTime(8, 0) + ":00",
                        "end", LocalDate.parse(row.get("ends")).atTime(21, 30) + ":00",
                        "zone", row.get("zone")));
        edition.put("venue", row.get("venue"));
        return edition;
    }

    private void resources() {
        for (Csv.Row row : Csv.demo("resources.csv")) {
            Map<String, Object> resource = new LinkedHashMap<>();
            resource.put("kind", row.get("kind"));
            resource.put("label", row.get("label"));
            if (row.has("seats")) {
                resource.put("seats", Integer.valueOf(row.get("seats")));
            }
            if (row.has("languages")) {
                resource.put("languages", words(row.get("languages")));
            }
            door.post("/api/logistics/diaries", "demo-resource-" + slug(row.get("label")), resource);
        }
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    /** For keys and mailboxes: lower case without marks, everything else a hyphen. */
    static String slug(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'd')
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
