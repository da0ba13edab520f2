package vn.hoingo.identity.link;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Keeps the mails that it takes; refuses them while it is away. */
public final class RecordingMail extends JavaMailSenderImpl {

    private static final Pattern TOKEN = Pattern.compile("/identity/link\\?token=([A-Za-z0-9_-]+)");

    private final List<MimeMessage> taken = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    public void goesAway() {
        away = true;
    }

    public void comesBack() {
        away = false;
    }

    public List<MimeMessage> taken() {
        return taken;
    }

    public static String token(MimeMessage mail) {
        try {
            Matcher matcher = TOKEN.matcher((String) mail.getContent());
            if (!matcher.find()) {
                throw new AssertionError("a mail without a link");
            }
            return matcher.group(1);
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void send(MimeMessage message) {
        if (away) {
            throw new MailSendException("away");
        }
        taken.add(message);
    }
}
