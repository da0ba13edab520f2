package vn.hoingo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Somebody before a browser of their own: reads, types, presses, and waits for what a person would wait for. */
final class Person implements AutoCloseable {

    private static final double PATIENCE = 60_000;
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);

    private final RunningSystem system;
    private final BrowserContext context;
    private final Page page;

    private Person(RunningSystem system, BrowserContext context) {
        this.system = system;
        this.context = context;
        this.page = context.newPage();
        this.page.setDefaultTimeout(PATIENCE);
    }

    /** @param language of the browser, such as {@code en-GB} */
    static Person at(Browser browser, RunningSystem system, String language) {
        return before(browser, system, language, 1280, 900);
    }

    static Person onAPhone(Browser browser, RunningSystem system, String language) {
        return before(browser, system, language, 390, 844);
    }

    private static Person before(Browser browser, RunningSystem system, String language, int width, int height) {
        return new Person(
                system,
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale(language)));
    }

    Person signedInAs(String role) {
        JsonNode account = system.account(role);
        opens("/desk");
        page.locator("#email").first().fill(account.get("email").asString());
        page.locator("#password").fill(account.get("password").asString());
        page.locator("#password").press("Enter");
        page.waitForURL(system.url() + "/desk");
        return this;
    }

    /** At the sign-in, without a password. */
    Person asksForALink(String email) {
        opens("/register");
        page.locator("form[action='/identity/links'] input[type=email]").fill(email);
        leaving(() -> page.locator("form[action='/identity/links'] button").click());
        return this;
    }

    /** Comes by a link that opens once. */
    Person comesBy(String link) {
        page.navigate(link);
        page.locator("form button").first().click();
        page.waitForURL(Pattern.compile(".*/register.*"));
        return this;
    }

    /** @param address a path of ours, or a link as a letter has it */
    Person opens(String address) {
        page.navigate(address.startsWith("/") ? system.url() + address : address);
        return this;
    }

    Person types(String field, String words) {
        page.locator("[name='" + field + "']:visible").fill(words);
        return this;
    }

    Person chooses(String field, String words) {
        Locator choice = page.locator("select[name='" + field + "']");
        String whole = choice.locator("option")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .innerText();
        choice.selectOption(new SelectOption().setLabel(whole));
        return this;
    }

    Person ticks(String words) {
        page.locator("label:visible:has(input)")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
        return this;
    }

    /** In a list of people that can be ticked. */
    Person ticksMember(String name) {
        page.locator("tr")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("input[type=checkbox]")
                .check();
        return this;
    }

    Person unfolds(String words) {
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
        return this;
    }

    Person hands(String name, String content) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "application/pdf", content.getBytes(StandardCharsets.US_ASCII)));
        return this;
    }

    /** Presses a button that leads to the next page, and waits until that is there. */
    Person presses(String words) {
        return leaving(() -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .first()
                .click());
    }

    Person follows(String words) {
        return leaving(() -> link(words).click());
    }

    /** A row of a list, by what stands in it, and the link or button in it. */
    Person inRow(String row, String words) {
        return leaving(() -> page.locator("[data-row]")
                .filter(new Locator.FilterOptions().setHasText(row))
                .first()
                .locator("a, button")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click());
    }

    /** In the panel about something, when several panels have the same button. */
    Person inPanel(String panel, String button) {
        return leaving(() -> page.locator(".panel")
                .filter(new Locator.FilterOptions().setHasText(panel))
                .first()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click());
    }

    private Locator link(String words) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words))
                .first();
    }

    private Person leaving(Runnable act) {
        AtomicBoolean there = new AtomicBoolean();
        Consumer<Page> arrival = arrived -> there.set(true);
        page.onDOMContentLoaded(arrival);
        try {
            act.run();
            page.waitForCondition(there::get, new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        } finally {
            page.offDOMContentLoaded(arrival);
        }
        return this;
    }

    /** What a part of the same page answers. */
    Person touches(String words) {
        link(words).click();
        return this;
    }

    Person sees(String... words) {
        for (String each : words) {
            assertThat(page.locator("main")).containsText(each, SOON);
        }
        return this;
    }

    /** In a part of the page, once it is there. */
    Person sees(String part, Pattern words) {
        assertThat(page.locator(part)
                        .filter(new Locator.FilterOptions().setHasText(words))
                        .first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        return this;
    }

    String typed(String field) {
        return page.locator("[name='" + field + "']").first().inputValue();
    }

    String address() {
        return page.url();
    }

    /** Whatever happens to the page, this stays only while it is not read anew. */
    Person marksThePage() {
        page.evaluate("window.unturned = true");
        return this;
    }

    boolean hasNotTurnedThePage() {
        return Boolean.TRUE.equals(page.evaluate("window.unturned === true"));
    }

    @Override
    public void close() {
        context.close();
    }
}
