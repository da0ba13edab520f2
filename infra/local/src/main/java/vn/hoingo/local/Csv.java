package vn.hoingo.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Comma-separated values with a head line, as RFC 4180 has them: quoted fields may hold commas, line ends and doubled quotes. */
final class Csv {

    private Csv() {}

    /** The rows of a resource of the demo, each by the names of its columns. */
    static List<Row> demo(String name) {
        try (InputStream bytes = Csv.class.getClassLoader().getResourceAsStream("demo/" + name)) {
            if (bytes == null) {
                throw new IllegalStateException("demo/" + name + " is not on the class path");
            }
            return rows(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Row> rows(String text) {
        List<List<String>> lines = lines(text);
        if (lines.isEmpty()) {
            return List.of();
        }
        List<String> head = lines.getFirst();
        List<Row> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            if (line.size() != head.size()) {
                throw new IllegalArgumentException(
                        "a row has " + line.size() + " fields and the head " + head.size() + ": " + line);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < head.size(); i++) {
                row.put(head.get(i), line.get(i));
            }
            rows.add(new Row(row));
        }
        return rows;
    }

    /** One line, by the names in the head. */
    record Row(Map<String, String> fields) {

        String get(String column) {
            String field = fields.get(column);
            if (field == null) {
                throw new IllegalArgumentException("there is no column " + column + " beside " + fields.keySet());
            }
            return field;
        }

        boolean has(String column) {
            return !get(column).isEmpty();
        }
    }

    private static List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                line.add(take(field));
            } else if (c == '\n') {
                line.add(take(field));
                lines.add(line);
                line = new ArrayList<>();
            } else if (c != '\r') {
                field.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a quoted field has no end");
        }
        if (!field.isEmpty() || !line.isEmpty()) {
            line.add(take(field));
            lines.add(line);
        }
        return lines;
    }

    private static String take(StringBuilder field) {
        String value = field.toString();
        field.setLength(0);
        return value;
    }
}
