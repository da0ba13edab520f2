package vn.hoingo.local;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailInboxTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-09-23T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void aLetterIsKeptAsItCameAndAsItReads() throws Exception {
        receive("guest@partners.hoingo.example", "Trân trọng kính mời", "Kính gửi Quý vị,\nhẹn gặp lại.");

        assertThat(names())
                .containsExactly(
                        "20260923-120000-000-guest@partners.hoingo.example.eml",
                        "20260923-120000-000-guest@partners.hoingo.example.txt");
        assertThat(Files.readString(folder.resolve(names().getLast())))
                .contains("To: guest@partners.hoingo.example")
                .contains("Subject: Trân trọng kính mời")
                .contains("Kính gửi Quý vị,")
                .contains("hẹn gặp lại.");
    }

    @Test
    void twoLettersOfOneInstantAreTwo() throws Exception {
        receive("guest@partners.hoingo.example", "one", "1");
        receive("guest@partners.hoingo.example", "two", "2");

        assertThat(names()).hasSize(4);
    }

    private void receive(String to, String subject, String text) throws Exception {
        int port = Ports.free(1).getFirst();
        try (MailInbox inbox = new MailInbox(folder, port, NOON)) {
            inbox.start();
            Properties properties = new Properties();
            properties.put("mail.smtp.host", "127.0.0.1");
            properties.put("mail.smtp.port", String.valueOf(port));
            MimeMessage letter = new MimeMessage(Session.getInstance(properties));
            letter.setFrom(new InternetAddress("no-reply@hoingo.example"));
            letter.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            letter.setSubject(subject, "UTF-8");
            letter.setText(text, "UTF-8");
            Transport.send(letter);
        }
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
