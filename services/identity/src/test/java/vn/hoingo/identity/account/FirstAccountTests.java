package vn.hoingo.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultApplicationArguments;
import vn.hoingo.identity.IdentitySettings;
import vn.hoingo.identity.TestClock;

class FirstAccountTests {

    private static final EmailAddress OWNER = new EmailAddress("owner@hoingo.example");
    private static final UUID BUSAN = UUID.fromString("01980000-0000-7000-8000-000000000001");

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final AccountDesk desk = InMemoryAccounts.desk(accounts, new TestClock());

    @Test
    void anEmptyInstallationBeginsWithOneAccountOfEveryStaffRoleThatNoPasswordEnters() {
        starts("Owner@hoingo.example ");

        Account owner = desk.findOpen(OWNER).orElseThrow();
        assertThat(owner.roles()).isEqualTo(Role.staff()).doesNotContain("partner");
        assertThat(owner.passwordHash()).isNull();
        assertThat(owner.name()).isEqualTo("owner");
        assertThatThrownBy(() -> desk.enter(OWNER.value(), "", "192.0.2.1")).isInstanceOf(AccountRefusal.class);
    }

    @Test
    void startingAgainChangesNothing() {
        starts(OWNER.value());
        Account owner = desk.findOpen(OWNER).orElseThrow();

        starts(OWNER.value());

        assertThat(accounts.count()).isOne();
        assertThat(desk.findOpen(OWNER)).contains(owner);
    }

    @Test
    void whereThereAreAccountsNoOtherIsMade() {
        accounts.anOrganiser("lan@hoingo.example", "correct horse");

        starts(OWNER.value());

        assertThat(desk.findOpen(OWNER)).isEmpty();
    }

    @Test
    void anotherAddressLaterMakesNoSecondOwner() {
        starts(OWNER.value());
        starts("intruder@hoingo.example");

        assertThat(accounts.count()).isOne();
    }

    @Test
    void anAccountThatWasClosedStaysClosed() {
        starts(OWNER.value());
        accounts.disable(desk.findOpen(OWNER).orElseThrow());

        starts(OWNER.value());

        assertThat(desk.findOpen(OWNER)).isEmpty();
    }

    @Test
    void aPartnersAccountUnderTheAddressGetsNoRights() {
        desk.forPartner(OWNER, "Kim Ji-woo", BUSAN, "en");

        starts(OWNER.value());

        assertThat(desk.findOpen(OWNER).orElseThrow().roles()).containsExactly("partner");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void withoutAnAddressNobodyBegins(String none) {
        starts(none);

        assertThat(accounts.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "owner",
                "owner@",
                "a@hoingo.example,b@hoingo.example",
                "a@hoingo.example\r\nBcc: b@hoingo.example"
            })
    void whatIsNoAddressIsRefusedInOneLineThatDoesNotRepeatIt(String typed) {
        assertThatThrownBy(() -> starts(typed))
                .hasMessage("HOINGO_FIRST_ACCOUNT is no e-mail address")
                .satisfies(refusal -> assertThat(refusal.getStackTrace()).isEmpty());
        assertThat(accounts.count()).isZero();
    }

    @Test
    void aQuoteInAnAddressIsAQuote() {
        starts("o'brien@hoingo.example");

        assertThat(desk.findOpen(new EmailAddress("o'brien@hoingo.example"))).isPresent();
    }

    private void starts(@Nullable String firstAccount) {
        IdentitySettings settings = new IdentitySettings(
                URI.create("http://localhost:8080"),
                "secret",
                Map.of(),
                "{}",
                false,
                null,
                firstAccount,
                "Hội Ngộ <no-reply@hoingo.example>",
                Duration.ofMinutes(10),
                Duration.ofHours(12),
                Duration.ofMinutes(30),
                Duration.ofDays(14));
        new FirstAccount(settings, desk).run(new DefaultApplicationArguments());
    }
}
