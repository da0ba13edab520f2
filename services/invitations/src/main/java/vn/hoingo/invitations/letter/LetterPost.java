package vn.hoingo.invitations.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import vn.hoingo.invitations.letter.Letter.Written;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.Refusal;
import vn.hoingo.messaging.WhenDue;

/**
 * Gives letters to the mail server, a few at a time and beside the due dates, so that a slow server holds up nothing else. What
 * is due is either waiting to leave, or was leaving when this process or another one died.
 */
@Component
class LetterPost implements WhenDue<Letter>, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LetterPost.class);
    private static final int AT_ONCE = 4;

    private final Letters letters;
    private final LetterWriter writer;
    private final JavaMailSender mail;
    private final Decisions decisions;
    private final Clock clock;
    private final InternetAddress sender;
    private final String domain;

    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService postmen = Executors.newVirtualThreadPerTaskExecutor();

    LetterPost(
            Letters letters,
            LetterWriter writer,
            JavaMailSender mail,
            Decisions decisions,
            Clock clock,
            @Value("${hoingo.letters.from:protocol@hoingo.example}") String from,
            @Value("${hoingo.letters.from-name:Sở Ngoại vụ Thành phố Hồ Chí Minh}") String name)
            throws UnsupportedEncodingException {
        this.letters = letters;
        this.writer = writer;
        this.mail = mail;
        this.decisions = decisions;
        this.clock = clock;
        this.sender = new InternetAddress(from, name, "UTF-8");
        this.domain = from.substring(from.indexOf('@') + 1);
    }

    @Override
    public Class<Letter> aggregate() {
        return Letter.class;
    }

    @Override
    public void becameDue(UUID id, Instant now) {
        if (underWay.add(id)) {
            postmen.execute(() -> {
                places.acquireUninterruptibly();
                try {
                    Acting.system("letters").in(() -> {
                        post(new LetterId(id));
                        return id;
                    });
                } catch (Refusal | OptimisticLockingFailureException overtaken) {
                    LOG.debug("letter {} was overtaken: {}", id, overtaken.toString());
                } catch (RuntimeException failed) {
                    LOG.error("letter {} failed", id, failed);
                } finally {
                    places.release();
                    underWay.remove(id);
                }
            });
        }
    }

    /** One turn of one letter. */
    void post(LetterId id) {
        Letter letter = letters.get(id);
        Instant due = letter.dueAt();
        if (due == null || due.isAfter(clock.instant())) {
            return;
        }
        switch (letter.status()) {
            case QUEUED -> writeAndSend(letter);
            case SENDING -> {
                if (letter.kind().neverTwice()) {
                    change(letter, left -> left.hold("may-have-left"));
                } else {
                    send(letter, Objects.requireNonNull(letter.written()));
                }
            }
            case SENT, BOUNCED, SUPPRESSED, HELD -> change(letter, Letter::forget);
        }
    }

    private void writeAndSend(Letter letter) {
        Draft draft;
        try {
            draft = writer.write(letter);
        } catch (RestClientException unavailable) {
            LOG.warn(
                    "letter {} waits: {}",
                    letter.id().value(),
                    unavailable.getClass().getSimpleName());
            draft = new Draft.Later("delegations-unavailable");
        } catch (RuntimeException mistake) {
            LOG.error("letter {} cannot be written", letter.id().value(), mistake);
            draft = new Draft.Later("not-written");
        }
        switch (draft) {
            case Draft.Ready(Written written) -> {
                Letter leaving = change(letter, queued -> queued.begin(written, clock.instant()));
                send(leaving, written);
            }
            case Draft.Superfluous(String why) -> change(letter, queued -> queued.suppress(why));
            case Draft.Later(String why) -> change(letter, queued -> queued.postpone(why, clock.instant()));
            case Draft.ForAPerson(String why) -> change(letter, queued -> queued.hold(why));
        }
    }

    private void send(Letter letter, Written written) {
        try {
            mail.send(message(letter, written));
        } catch (MailException | MessagingException failed) {
            if (isForGood(failed)) {
                change(letter, left -> left.bounce("address-refused", clock.instant()));
            } else {
                LOG.warn(
                        "letter {} is tried again: {}",
                        letter.id().value(),
                        failed.getClass().getSimpleName());
                change(letter, left -> left.postpone("mail-server-unavailable", clock.instant()));
            }
            return;
        }
        change(letter, left -> left.sent(clock.instant()));
    }

    private MimeMessage message(Letter letter, Written written) throws MessagingException {
        MimeMessage message = mail.createMimeMessage();
        MimeMessageHelper page = new MimeMessageHelper(message, true, "UTF-8");
        InternetAddress to = new InternetAddress(written.to());
        try {
            page.setFrom(sender);
            page.setTo(new InternetAddress(to.getAddress(), to.getPersonal(), "UTF-8"));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        page.setSubject(written.subject());
        page.setSentDate(Date.from(clock.instant()));
        page.setText(written.text(), Wording.html(letter.language(), written.subject(), written.text()));
        message.setHeader("Message-ID", letter.messageId(domain));
        message.setHeader("Content-Language", letter.language());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** True when the server knows the address and will not have it, now or later. */
    private static boolean isForGood(Exception failed) {
        if (failed instanceof MailSendException sending) {
            for (Exception each : sending.getMessageExceptions()) {
                if (each instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    String messageId(Letter letter) {
        return letter.messageId(domain);
    }

    private Letter change(Letter letter, Consumer<Letter> verb) {
        return decisions.change(letters, letter.id(), verb);
    }

    @Override
    public void destroy() {
        postmen.shutdownNow();
    }
}
