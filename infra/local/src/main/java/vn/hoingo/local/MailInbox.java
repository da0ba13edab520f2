package vn.hoingo.local;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where mail goes that would leave a real installation: an SMTP server that accepts every letter and keeps it in a folder, as it
 * came ({@code .eml}) and as a person reads it ({@code .txt}). A letter is on disk before it is acknowledged.
 */
final class MailInbox implements AutoCloseable {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;
    private final GreenMail server;

    MailInbox(Path folder, int port, Clock clock) {
        this(folder, "127.0.0.1", port, clock);
    }

    MailInbox(Path folder, String host, int port, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.server = new GreenMail(new ServerSetup(port, host, ServerSetup.PROTOCOL_SMTP));
    }

    /** The inbox alone, for a container: {@code MailInbox FOLDER PORT}. */
    static void main(String[] arguments) {
        MailInbox inbox =
                new MailInbox(Path.of(arguments[0]), "0.0.0.0", Integer.parseInt(arguments[1]), Clock.systemUTC());
        inbox.start();
        Runtime.getRuntime().addShutdownHook(new Thread(inbox::close, "stop"));
    }

    void start() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.start();
        server.getUserManager().setAuthRequired(false);
        server.getUserManager().setMessageDeliveryHandler((message, address) -> new Recipient(address.getEmail()));
    }

    @Override
    public void close() {
        server.stop();
    }

    private synchronized void keep(String recipient, MimeMessage letter) {
        String stem = NAME.format(clock.instant()) + "-" + recipient.replaceAll("[^A-Za-z0-9.@_-]", "_");
        Path original = folder.resolve(stem + ".eml");
        for (int number = 2; Files.exists(original); number++) {
            original = folder.resolve(stem + "-" + number + ".eml");
        }
        try {
            Path next = folder.resolve(stem + ".next");
            try (OutputStream out = Files.newOutputStream(next)) {
                letter.writeTo(out);
            }
            Files.writeString(
                    original.resolveSibling(original.getFileName().toString().replaceFirst("\\.eml$", ".txt")),
                    readable(recipient, letter));
            Files.move(next, original);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("a letter cannot be kept in " + folder, e);
        }
    }

    private static String readable(String recipient, MimeMessage letter) throws MessagingException, IOException {
        StringBuilder text = new StringBuilder();
        for (String header : new String[] {"From", "To", "Cc", "Subject", "Date", "Message-ID"}) {
            String value = letter.getHeader(header, ", ");
            if (value != null) {
                text.append(header)
                        .append(": ")
                        .append(MimeUtility.decodeText(MimeUtility.unfold(value)))
                        .append('\n');
            }
        }
        if (letter.getRecipients(Message.RecipientType.TO) == null) {
            text.append("To: ").append(recipient).append('\n');
        }
        return text.append('\n')
                .append(textOf(letter).orElse("(no text)"))
                .append('\n')
                .toString();
    }

    private static Optional<String> textOf(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain") && part.getContent() instanceof String plain) {
            return Optional.of(plain);
        }
        if (part.isMimeType("text/html") && part.getContent() instanceof String html) {
            return Optional.of(html.replaceAll("(?s)<(style|head)[^>]*>.*?</\\1>", "")
                    .replaceAll("(?i)<a [^>]*href=\"([^\"]*)\"[^>]*>", "$1 ")
                    .replaceAll("<[^>]*>", "")
                    .replace("&amp;", "&")
                    .replaceAll("\\n\\s*\\n\\s*", "\n\n")
                    .strip());
        }
        if (part.getContent() instanceof Multipart several) {
            Optional<String> best = Optional.empty();
            for (int i = 0; i < several.getCount(); i++) {
                BodyPart inner = several.getBodyPart(i);
                Optional<String> text = textOf(inner);
                if (text.isPresent() && (best.isEmpty() || inner.isMimeType("text/plain"))) {
                    best = text;
                }
            }
            return best;
        }
        return Optional.empty();
    }

    /** Anybody a letter is addressed to; there are no accounts and nothing is kept in memory. */
    private final class Recipient implements GreenMailUser {

        private final String address;

        private Recipient(String address) {
            this.address = address;
        }

        @Override
        public void deliver(MovingMessage message) {
            deliver(message.getMessage());
        }

        @Override
        public void deliver(MimeMessage message) {
            keep(address, message);
        }

        @Override
        public String getEmail() {
            return address;
        }

        @Override
        public String getLogin() {
            return address;
        }

        @Override
        public String getQualifiedMailboxName() {
            return address;
        }

        @Override
        public void create() {}

        @Override
        public void delete() {}

        @Override
        public @Nullable String getPassword() {
            return null;
        }

        @Override
        public void setPassword(String password) {}

        @Override
        public void authenticate(String password) {}
    }
}
