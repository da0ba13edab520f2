package vn.hoingo.invitations.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.messaging.AggregateScenario.given;

import jakarta.mail.Session;
import java.lang.module.ModuleDescriptor.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hoingo.invitations.letter.Letter.About;
import vn.hoingo.invitations.letter.Letter.Status;
import vn.hoingo.invitations.letter.Letter.Written;
import vn.hoingo.invitations.letter.LetterFact.NoticeQueued;
import vn.hoingo.invitations.letter.LetterFact.NoticeSent;
import vn.hoingo.invitations.letter.LetterFact.NoticeSuppressed;
import vn.hoingo.invitations.letter.LetterRefusal.Reason;

class LetterTests {

    private static final Instant NOON = Instant.parse("2026-09-01T05:00:00Z");
    private static final UUID MATTER = UUID.fromString("00000000-0000-8000-8000-000000000001");
    private static final Written WRITTEN = new Written("a@example.org", "Giấy mời Đối thoại", "…");

    @Test
    void aLetterIsQueuedAndLeavesOnce() {
        Letter letter = queued(LetterKind.INVITATION);
        assertThat(letter.announced()).hasOnlyElementsOfType(NoticeQueued.class);
        assertThat(letter.dueAt()).isEqualTo(NOON);
        given(letter)
                .when(each -> {
                    each.begin(WRITTEN, NOON);
                    each.sent(NOON);
                })
                .thenAnnounces(NoticeSent.class)
                .thenIs(Letter::status, Status.SENT);
        given(letter).when(each -> each.sent(NOON)).thenAnnouncesNothing();
        given(letter).when(each -> each.begin(WRITTEN, NOON)).thenRefuses(Reason.LETTER_HAS_LEFT);
        given(letter).when(each -> each.suppress("by-staff")).thenRefuses(Reason.LETTER_HAS_LEFT);
    }

    @Test
    void theSameMatterOfTheSameOccurrenceIsTheSameLetter() {
        assertThat(LetterId.of(LetterKind.INVITATION, MATTER, MATTER, 1))
                .isEqualTo(LetterId.of(LetterKind.INVITATION, MATTER, MATTER, 1))
                .isNotEqualTo(LetterId.of(LetterKind.INVITATION, MATTER, MATTER, 2));
    }

    @Test
    void whatMayChangeInAMomentSettlesFirst() {
        assertThat(queued(LetterKind.INVITATION_REISSUED).dueAt()).isEqualTo(NOON.plusSeconds(10));
    }

    @Test
    void whatCannotLeaveIsTriedEverLessOften() {
        Letter letter = queued(LetterKind.INVITATION);
        Instant now = NOON;
        Duration before = Duration.ZERO;
        for (int tries = 1; tries <= 12; tries++) {
            letter.begin(WRITTEN, now);
            letter.postpone("mail-server-unavailable", now);
            Duration wait = Duration.between(now, letter.dueAt());
            assertThat(wait).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(Duration.ofHours(1));
            before = wait;
            now = letter.dueAt();
        }
        assertThat(letter.status()).isEqualTo(Status.QUEUED);
        assertThat(letter.trouble()).isEqualTo("mail-server-unavailable");
        assertThat(letter.tries()).isEqualTo(12);
    }

    @Test
    void whatAPersonLooksAtFirstIsHeldUntilThen() {
        Letter letter = queued(LetterKind.EVENT_CANCELLED);
        assertThat(letter.status()).isEqualTo(Status.HELD);
        assertThat(letter.dueAt()).isNull();
        letter.release(NOON.plusSeconds(60));
        assertThat(letter.status()).isEqualTo(Status.QUEUED);
        assertThat(letter.dueAt()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void whatIsNotNeededDoesNotLeave() {
        given(queued(LetterKind.INVITATION))
                .when(letter -> letter.suppress("superseded"))
                .thenAnnounces(new NoticeSuppressed(
                        id(LetterKind.INVITATION).value(), "invitation", null, null, null, MATTER, "superseded"))
                .thenIs(Letter::dueAt, null);
    }

    @Test
    void whatItSaidIsForgottenWhenItsTimeIsOver() {
        Letter letter = queued(LetterKind.INVITATION);
        letter.begin(WRITTEN, NOON);
        letter.sent(NOON);
        assertThat(letter.dueAt()).isEqualTo(NOON.plus(Letter.KEPT));
        letter.forget();
        assertThat(letter.written()).isNull();
        assertThat(letter.dueAt()).isNull();
    }

    @Test
    void searchingNeedsNoAccents() {
        assertThat(Letter.fold("Đối thoại Hữu nghị")).isEqualTo("doi thoai huu nghi");
    }

    /** Before 2.0.4 a line break in an address became a header. */
    @Test
    void theMailLibraryIsOneThatKeepsHeadersApart() throws Exception {
        Properties library = new Properties();
        var provider = Session.getInstance(new Properties()).getProvider("smtp").getClassName();
        String pom = "/META-INF/maven/org.eclipse.angus/jakarta.mail/pom.properties";
        try (var file = Class.forName(provider).getResourceAsStream(pom)) {
            library.load(file);
        }
        assertThat(Version.parse(library.getProperty("version"))).isGreaterThanOrEqualTo(Version.parse("2.0.4"));
    }

    private static Letter queued(LetterKind kind) {
        return Letter.queue(
                id(kind), new About(kind, null, null, null, MATTER, null, 1), "vi", NOON, Duration.ofSeconds(10));
    }

    private static LetterId id(LetterKind kind) {
        return LetterId.of(kind, MATTER, MATTER, 1);
    }
}
