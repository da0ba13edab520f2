package vn.hoingo.invitations.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoingo.invitations.guest.LinkRefused.Why;

class GuestLinksTests {

    private static final Instant NOON = Instant.parse("2026-09-01T05:00:00Z");
    private static final UUID INVITATION = UUID.fromString("00000000-0000-8000-8000-000000000001");
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void aLinkOpensWhatItNames() {
        GuestLinks.Claim claim = at(NOON).open(at(NOON).token(INVITATION, 3, NOON.plusSeconds(1)));
        assertThat(claim).isEqualTo(new GuestLinks.Claim(INVITATION, 3));
    }

    @Test
    void aLinkOfAnotherTimeDoesNotOpen() {
        String token = at(NOON).token(INVITATION, 1, NOON);
        assertThatThrownBy(() -> at(NOON).open(token)).satisfies(is(Why.LINK_EXPIRED));
    }

    @Test
    void noCharacterOfALinkMayChange() {
        String token = at(NOON).token(INVITATION, 1, NOON.plus(Duration.ofDays(1)));
        for (int i = 0; i < token.length(); i++) {
            String forged = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            assertThatThrownBy(() -> at(NOON).open(forged)).satisfies(is(Why.LINK_UNKNOWN));
        }
    }

    @Test
    void aLinkSignedWithAnotherKeyIsForged() {
        byte[] theirs = new byte[32];
        theirs[0] = 1;
        GuestLinks forger = new GuestLinks(
                Base64.getEncoder().encodeToString(theirs), "http://localhost", Clock.fixed(NOON, ZoneOffset.UTC));
        String token = forger.token(INVITATION, 1, NOON.plusSeconds(60));
        assertThatThrownBy(() -> at(NOON).open(token)).satisfies(is(Why.LINK_UNKNOWN));
    }

    @Test
    void aLetterForOthersToReadHasNoLinkThatOpens() {
        String url = at(NOON).url(INVITATION, 1, NOON.plusSeconds(60));

        assertThat(GuestLinks.hidden("Please answer here:\n" + url + "\nThank you"))
                .endsWith("/rsvp/…\nThank you")
                .doesNotContain(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not a link", "{\"$ne\":1}", "AAAA", "....", "ươ"})
    void rubbishIsNoLink(String rubbish) {
        assertThatThrownBy(() -> at(NOON).open(rubbish)).satisfies(is(Why.LINK_UNKNOWN));
    }

    private static GuestLinks at(Instant now) {
        return new GuestLinks(KEY, "http://localhost:8080", Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Consumer<Throwable> is(Why why) {
        return thrown -> assertThat(((LinkRefused) thrown).why()).isEqualTo(why);
    }
}
