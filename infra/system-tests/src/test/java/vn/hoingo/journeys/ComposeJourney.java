package vn.hoingo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;

/** An empty installation on the real images, from its first account on. Takes minutes, and is asked for by name. */
@EnabledIf("vn.hoingo.journeys.Compose#isTried")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeJourney {

    private final Compose compose = new Compose();
    private final HttpClient http = HttpClient.newHttpClient();
    private Chromium chromium;
    private Api owner;
    private Edition edition;
    private JsonNode delegation;

    @BeforeAll
    void anEmptyInstallation() {
        chromium = Chromium.launch();
        compose.close();
        compose.build();
        compose.up();
        owner = signIn("organiser@hoingo.example", true);
    }

    @AfterAll
    void nothingIsLeft() {
        compose.close();
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    @Order(1)
    void theFirstFourStepsOfTheStory() {
        owner.post("/api/logistics/diaries", "{\"kind\": \"vehicle\", \"label\": \"51A-000.01\", \"seats\": 4}");
        owner.post(
                "/api/logistics/diaries",
                "{\"kind\": \"interpreter\", \"label\": \"Invented\", \"languages\": [\"ja\"]}");
        edition = Edition.open(owner, "Compose", 200);
        JsonNode partner = edition.partner("Port Compose");
        owner.post("/api/identity/invitations", """
                {"email": "focal@port.example", "name": "Invented Person", "partnerId": "%s", "locale": "en", "returnTo": "/"}
                """.formatted(partner.get("id").asString()));
        Api focalPoint = signIn("focal@port.example", false);

        JsonNode submitted = edition.registered(focalPoint, partner, "Port Compose");
        String path = "/api/delegations/" + submitted.get("id").asString();
        JsonNode head = submitted.get("members").get(0);
        owner.post(path + "/review", "{}");
        owner.post(path + "/change-requests", """
                {"memberIds": ["%s"], "note": "Which mayor?"}""".formatted(head.get("memberId").asString()));
        focalPoint.put(
                path, changed(submitted), focalPoint.get(path).get("version").asLong());
        focalPoint.post(path + "/submission", "{}");
        owner.post(path + "/review", "{}");
        delegation = owner.post(path + "/approval", "{}");

        edition.arrival(delegation, "confirmed");
        owner.await(
                "/api/invitations/letters?delegation=" + delegation.get("id").asString() + "&kind=delegation-approved",
                page -> page.get("items").size() == 1
                        && page.get("items").get(0).get("state").asString().equals("sent"));
        assertThat(compose.lettersFor("focal@partner.example")).contains("Dialogue Compose");
    }

    @Test
    @Order(2)
    void aServiceReadsItsOwnDatabaseAndIsRefusedAnothers() {
        assertThat(compose.ask("events", "db.events.countDocuments({})").status())
                .isZero();

        Compose.Answer refused = compose.ask("events", "db.getSiblingDB('delegations').delegations.findOne()");
        assertThat(refused.status()).isNotZero();
        assertThat(refused.output()).contains("not authorized on delegations");
    }

    @Test
    @Order(3)
    void aServiceReadsItsOwnSecretsAndNoOthers() {
        assertThat(compose.run("exec", "-T", "events", "cat", "/secrets/delegations.env")
                        .output())
                .contains("Permission denied");
    }

    @Test
    @Order(4)
    void aServiceThatWasKilledComesBackWithEverything() {
        compose.succeeds("kill", "events");
        compose.up();

        assertThat(owner.get("/api/events/" + edition.id()).get("id").asString())
                .isEqualTo(edition.id());
    }

    @Test
    @Order(5)
    void downAndUpAgainKeepsDataKeysAndWhoIsSignedIn() {
        JsonNode keys = owner.get("/oauth2/jwks");

        compose.down();
        compose.up();

        assertThat(owner.get("/oauth2/jwks")).isEqualTo(keys);
        JsonNode kept = owner.get("/api/delegations/" + delegation.get("id").asString());
        assertThat(kept.get("state")).isEqualTo(delegation.get("state"));
        edition.arrival(delegation, "confirmed");
        edition.approved("Port Compose after the night");
    }

    /** As a person does it: asks at the door, or was written to; opens the link; presses the button. */
    private Api signIn(String address, boolean asks) {
        try (BrowserContext context = chromium.open()) {
            Page page = context.newPage();
            if (asks) {
                page.navigate(compose.url() + "/desk");
                page.locator("#link-email").fill(address);
                page.locator("#link-email").press("Enter");
                page.waitForURL("**/identity/links/sent**");
            }
            page.navigate(compose.linkFor(address));
            page.locator("form[action='/identity/link'] button").click();
            page.waitForURL(url -> !url.contains("/identity/"));
            page.locator("main").waitFor();
            String session = context.cookies().stream()
                    .filter(cookie -> cookie.name.equals("__Host-hoingo"))
                    .map(cookie -> cookie.name + "=" + cookie.value)
                    .findFirst()
                    .orElseThrow();
            return Api.signedIn(compose.url(), http, session);
        }
    }

    private static String changed(JsonNode delegation) {
        JsonNode head = delegation.get("members").get(0);
        JsonNode other = delegation.get("members").get(1);
        return """
                {"members": [
                  {"memberId": "%s", "personId": "%s", "kind": "head", "function": "Mayor of the port", "rank": 5},
                  {"memberId": "%s", "personId": "%s", "kind": "delegate", "function": "Director", "rank": 8}]}
                """.formatted(
                        head.get("memberId").asString(),
                        head.get("personId").asString(),
                        other.get("memberId").asString(),
                        other.get("personId").asString());
    }
}
