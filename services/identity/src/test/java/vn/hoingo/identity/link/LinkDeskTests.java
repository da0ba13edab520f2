package vn.hoingo.identity.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.hoingo.identity.IdentitySettings;
import vn.hoingo.identity.LocalPath;
import vn.hoingo.identity.TestClock;
import vn.hoingo.identity.account.Account;
import vn.hoingo.identity.account.AccountDesk;
import vn.hoingo.identity.account.Attempts;
import vn.hoingo.identity.account.EmailAddress;
import vn.hoingo.identity.account.InMemoryAccounts;
import vn.hoingo.identity.link.Link.State;
import vn.hoingo.identity.problem.Invalid;

class LinkDeskTests {

    private static final String HERE = "192.0.2.1";
    private static final LocalPath DESK = new LocalPath("/desk");
    private static final UUID BUSAN = UUID.fromString("01980000-0000-7000-8000-000000000001");
    private static final UUID REQUEST = UUID.fromString("01980000-0000-8000-8000-000000000009");

    private final TestClock clock = new TestClock();
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final AccountDesk accountDesk = InMemoryAccounts.desk(accounts, clock);
    private final Account lan = accounts.anOrganiser("lan@hoingo.example", "correct horse");
    private final RecordingMail mail = new RecordingMail();
    private final InMemoryLinks links = new InMemoryLinks();
    private final IdentitySettings settings = new IdentitySettings(
            URI.create("http://localhost:8080"),
            "secret",
            Map.of(),
            "{}",
            false,
            null,
            null,
            "Hội Ngộ <no-reply@hoingo.example>",
            Duration.ofMinutes(10),
            Duration.ofHours(12),
            Duration.ofMinutes(30),
            Duration.ofDays(14));
    private final LinkPost post =
            new LinkPost(links, accountDesk, new LinkMail(mail, words(), settings), clock, new SecureRandom());
    private final LinkDesk desk =
            new LinkDesk(links, accountDesk, new Attempts(), post, settings, clock, new SecureRandom());

    @Nested
    class Asking {

        @Test
        void aLinkIsMailedToWhoHasAnAccount() throws Exception {
            desk.ask(" Lan@hoingo.example", DESK, HERE);

            MimeMessage sent = nextMail();
            assertThat(sent.getRecipients(RecipientType.TO)).containsExactly(new InternetAddress("lan@hoingo.example"));
            assertThat(sent.getSubject()).isEqualTo("Liên kết đăng nhập Hội Ngộ");
            assertThat((String) sent.getContent()).contains("Nguyễn Thị Lan");
        }

        @Test
        void nobodyElseGetsAMail() {
            desk.ask("nobody@hoingo.example", DESK, HERE);
            desk.ask("no address\r\nBcc: x@y.example", DESK, HERE);
            desk.ask("lan@hoingo.example", DESK, HERE);

            nextMail();
            assertThat(mail.taken()).hasSize(1);
        }

        @Test
        void aMailboxIsNotFlooded() {
            for (int i = 0; i < 20; i++) {
                desk.ask("lan@hoingo.example", DESK, HERE);
            }
            await().untilAsserted(() -> assertThat(mail.taken()).hasSize(6));
        }
    }

    @Nested
    class Opening {

        @Test
        void aLinkOpensTheAccountAndKnowsWhereToGo() {
            LinkDesk.Opening opening = desk.open(aToken());

            assertThat(opening.account()).isEqualTo(lan);
            assertThat(opening.returnTo()).isEqualTo(DESK);
        }

        @Test
        void lookingChangesNothing() {
            String token = aToken();

            assertThat(desk.look(token)).isEqualTo(State.OPEN);
            assertThat(desk.look(token)).isEqualTo(State.OPEN);
            assertThat(desk.open(token).account()).isEqualTo(lan);
        }

        @Test
        void aUsedLinkOpensNothing() {
            String token = aToken();
            desk.open(token);

            assertThat(desk.look(token)).isEqualTo(State.USED);
            assertThat(desk.open(token).account()).isNull();
            assertThat(desk.open(token).state()).isEqualTo(State.USED);
        }

        @Test
        void anExpiredLinkOpensNothing() {
            String token = aToken();
            clock.passes(Duration.ofMinutes(30));

            assertThat(desk.look(token)).isEqualTo(State.EXPIRED);
            assertThat(desk.open(token).account()).isNull();
        }

        @Test
        void aWrongLinkOpensNothing() {
            assertThat(desk.look("wrong")).isEqualTo(State.UNKNOWN);
            assertThat(desk.open("").state()).isEqualTo(State.UNKNOWN);
        }

        @Test
        void aLinkOfADisabledAccountOpensNothing() {
            String token = aToken();
            accounts.disable(lan);

            assertThat(desk.open(token).account()).isNull();
        }

        @Test
        void ofManyWhoOpenAtOnceOneGetsIn() throws Exception {
            String token = aToken();
            try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<LinkDesk.Opening>> attempts = IntStream.range(0, 50)
                        .mapToObj(i -> (Callable<LinkDesk.Opening>) () -> desk.open(token))
                        .toList();
                long opened = people.invokeAll(attempts).stream()
                        .filter(attempt -> attempt.resultNow().account() != null)
                        .count();
                assertThat(opened).isEqualTo(1);
            }
        }
    }

    @Nested
    class Inviting {

        @Test
        void anInvitationIsMailedInTheReadersLanguageAndGoodForTwoWeeks() throws Exception {
            desk.invite(kim("/registration/1"), null);

            MimeMessage sent = nextMail();
            String token = RecordingMail.token(sent);
            assertThat(sent.getSubject()).isEqualTo("Please register your delegation");
            clock.passes(Duration.ofDays(13));
            assertThat(desk.open(token).returnTo()).isEqualTo(new LocalPath("/registration/1"));
        }

        @Test
        void aRepeatedRequestMailsOnce() {
            Link first = desk.invite(kim("/registration/1"), REQUEST);
            nextMail();
            Link second = desk.invite(kim("/registration/1"), REQUEST);

            assertThat(second.id()).isEqualTo(first.id());
            assertThat(mail.taken()).hasSize(1);
        }

        @Test
        void theSameKeyWithAnotherRequestIsRefused() {
            desk.invite(kim("/registration/1"), REQUEST);

            assertThatThrownBy(() -> desk.invite(kim("/registration/2"), REQUEST))
                    .isInstanceOf(Invalid.class);
        }
    }

    @Nested
    class Mailing {

        @Test
        void aMailServerThatIsAwayOnlyDelays() {
            mail.goesAway();
            desk.invite(kim("/registration/1"), REQUEST);
            await().until(() -> links.findById(REQUEST).orElseThrow().post().tries() == 1);

            mail.comesBack();
            clock.passes(Duration.ofMinutes(10));
            post.sweep();

            assertThat(desk.open(RecordingMail.token(nextMail())).account()).isNotNull();
            assertThat(links.findById(REQUEST).orElseThrow().isMailed()).isTrue();
        }

        @Test
        void noTokenIsStored() {
            String token = aToken();
            assertThat(links.findByHashes(token)).isEmpty();
        }
    }

    private String aToken() {
        desk.ask("lan@hoingo.example", DESK, HERE);
        return RecordingMail.token(nextMail());
    }

    private MimeMessage nextMail() {
        await().until(() -> !mail.taken().isEmpty());
        return mail.taken().getLast();
    }

    private static LinkDesk.Invited kim(String returnTo) {
        return new LinkDesk.Invited(
                new EmailAddress("kim@busan.example"),
                "Kim Ji-woo",
                BUSAN,
                Set.of(),
                "en",
                new LocalPath(returnTo),
                null);
    }

    private static ResourceBundleMessageSource words() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("messages");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        words.setAlwaysUseMessageFormat(true);
        return words;
    }
}
