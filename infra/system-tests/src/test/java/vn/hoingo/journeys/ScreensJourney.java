package vn.hoingo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** People at their screens, in a real browser: each signs in through the gateway and opens what is theirs, on a desk and on a phone. */
class ScreensJourney {

    private static final Path PICTURES = Path.of("target/screens");
    private static @Nullable Chromium chromium;

    private final RunningSystem system = RunningSystem.get();

    @BeforeAll
    static void aBrowser() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void endTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static String anEdition() {
        return Api.of(RunningSystem.get())
                .get("/api/events?limit=1")
                .get("items")
                .get(0)
                .get("id")
                .asString();
    }

    @ParameterizedTest
    @CsvSource({
        "organiser, vi, /desk",
        "organiser, en, /events",
        "organiser, vi, /partners",
        "organiser, en, /guests",
        "delegation-officer, vi, /delegations",
        "dispatcher, en, /arrivals",
        "operations-watcher, vi, /operations",
        "organiser, vi, /letters",
        "organiser, vi, /events/new",
        "organiser, en, /guests/invite",
        "operations-watcher, en, /operations/alerts",
        "organiser, en, /colleagues",
        "organiser, vi, /events/{event}/permit",
        "organiser, en, /events/{event}/plan",
        "protocol-officer, vi, /events/{event}/plan/seating",
        "operations-watcher, vi, /operations/flow",
        "operations-watcher, vi, /operations/dead-letters"
    })
    void aPageIsReadableByEverybodyOnADeskAndOnAPhone(String role, String language, String address) {
        String path = address.replace("{event}", anEdition());
        try (BrowserContext context = java.util.Objects.requireNonNull(chromium)
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1360, 900)
                        .setLocale(language.equals("vi") ? "vi-VN" : "en-GB"))) {
            Page page = context.newPage();
            signIn(page, role, path);

            assertThat(page.url()).isEqualTo(system.url() + path);
            assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
            picture(page, role, language, path, "desk");
            assertThat(violations(page)).isEmpty();

            page.setViewportSize(390, 844);
            picture(page, role, language, path, "phone");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("no sideways scrolling on a phone")
                    .isLessThanOrEqualTo(390);
        }
    }

    private void signIn(Page page, String role, String path) {
        JsonNode account = system.account(role);
        page.navigate(system.url() + path);
        page.locator("#email").first().fill(account.get("email").asString());
        page.locator("#password").fill(account.get("password").asString());
        page.locator("#password").press("Enter");
        page.waitForURL(system.url() + path);
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        page.locator("main").waitFor();
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze().getViolations().stream()
                        .map(ScreensJourney::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getTarget()))
                        .toList();
    }

    private static void picture(Page page, String role, String language, String path, String width) {
        String name =
                String.join("-", role, language, path.replace('/', '_'), width).toLowerCase(Locale.ROOT);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
