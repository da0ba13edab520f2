package vn.hoingo.identity.link;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import vn.hoingo.identity.IdentitySettings;
import vn.hoingo.identity.account.Account;

/** The mail that carries a link, in the language of who reads it. */
@Component
class LinkMail {

    private static final ZoneId OURS = ZoneId.of("Asia/Ho_Chi_Minh");

    private final JavaMailSender sender;
    private final MessageSource words;
    private final IdentitySettings settings;

    LinkMail(JavaMailSender sender, MessageSource words, IdentitySettings settings) {
        this.sender = sender;
        this.words = words;
        this.settings = settings;
    }

    void send(Link link, Account account, String token) throws MessagingException {
        Locale locale = Locale.forLanguageTag(account.locale());
        String kind = link.purpose().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String subject = link.subject() == null
                ? words.getMessage("mail." + kind + ".subject", new Object[0], locale)
                : link.subject();
        String text = words.getMessage(
                "mail." + kind + ".text",
                new Object[] {account.name(), settings.at("/identity/link?token=" + token), time(link.until(), locale)},
                locale);

        MimeMessage message = sender.createMimeMessage();
        message.setFrom(from());
        message.setRecipient(RecipientType.TO, new InternetAddress(account.email(), true));
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        message.setText(text, StandardCharsets.UTF_8.name());
        message.setHeader("Content-Language", locale.getLanguage());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Message-ID", "<" + link.id() + "." + link.hashes().size() + "@hoingo>");
        sender.send(message);
    }

    private InternetAddress from() throws MessagingException {
        InternetAddress from = new InternetAddress(settings.mailFrom(), false);
        try {
            from.setPersonal(from.getPersonal(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return from;
    }

    private static String time(Instant instant, Locale locale) {
        boolean vietnamese = locale.getLanguage().equals("vi");
        return DateTimeFormatter.ofPattern(
                        vietnamese
                                ? "HH:mm dd.MM.yyyy '(giờ Việt Nam, UTC+7)'"
                                : "HH:mm 'on' d MMMM yyyy '(Vietnam time, UTC+7)'",
                        locale)
                .format(instant.atZone(OURS));
    }
}
