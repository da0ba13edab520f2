package vn.hoingo.invitations.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * The words of a letter: a file per kind and language, whose first line is the subject. {@code {name}} stands for a value, and
 * what is between square brackets is left out when a value in it is missing; a value that is missing elsewhere is a mistake.
 */
final class Wording {

    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)](\n?)");
    private static final Pattern VALUE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern LINK = Pattern.compile("(https?://[^\\s<]+)");
    private static final Map<String, String> FILES = new ConcurrentHashMap<>();

    private Wording() {}

    static Words of(LetterKind kind, String language, Map<String, String> values) {
        String file = FILES.computeIfAbsent(language + "/" + kind.code(), Wording::read);
        String signature = FILES.computeIfAbsent(language + "/signature", Wording::read);
        int end = file.indexOf('\n');
        return new Words(
                oneLine(fill(file.substring(0, end), values)),
                fill(file.substring(end).strip() + "\n\n" + signature.strip(), values)
                                .replaceAll("\n{3,}", "\n\n")
                                .strip()
                        + "\n");
    }

    private static String fill(String pattern, Map<String, String> values) {
        String chosen = OPTIONAL.matcher(pattern)
                .replaceAll(part -> Matcher.quoteReplacement(
                        VALUE.matcher(part.group(1)).results().allMatch(value -> values.containsKey(value.group(1)))
                                ? part.group(1) + part.group(2)
                                : ""));
        return VALUE.matcher(chosen).replaceAll(value -> {
            String given = values.get(value.group(1));
            if (given == null) {
                throw new IllegalStateException("the wording needs {" + value.group(1) + "}");
            }
            return Matcher.quoteReplacement(given.replaceAll("\\p{Cc}+", " "));
        });
    }

    /** A header has one line, whatever somebody called an event. */
    private static String oneLine(String subject) {
        return subject.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    private static String read(String name) {
        try (InputStream file = Wording.class.getResourceAsStream("/letters/" + name + ".txt")) {
            if (file == null) {
                throw new IllegalStateException("no wording " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same words on paper, as mail programs show it. */
    static String html(String language, String subject, String text) {
        StringBuilder paper = new StringBuilder();
        for (String paragraph : text.strip().split("\n\n", -1)) {
            String escaped = HtmlUtils.htmlEscape(paragraph, "UTF-8").replace("\n", "<br>\n");
            paper.append("<p style=\"margin:0 0 16px\">")
                    .append(LINK.matcher(escaped)
                            .replaceAll("<a href=\"$1\" style=\"color:#0f5e59;word-break:break-all\">$1</a>"))
                    .append("</p>\n");
        }
        return """
                <!doctype html>
                <html lang="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title></head>
                <body style="margin:0;background:#f6f7f5;color:#1d2429;font:16px/1.6 Georgia,'Times New Roman',serif">
                <div style="max-width:640px;margin:24px auto;padding:32px;background:#fff;border:1px solid #e2e6e4">
                %s</div>
                </body>
                </html>
                """.formatted(language, HtmlUtils.htmlEscape(subject, "UTF-8"), paper);
    }

    /** Subject and text of a letter. */
    record Words(String subject, String text) {}
}
