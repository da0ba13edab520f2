package vn.hoingo.operations.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with places for values, as the contracts write it: {@code {path}}, {@code {path|one|many}} with the word that fits the
 * number, and {@code [an optional part]} that is left out when a value in it is missing.
 */
record Template(List<Piece> pieces) {

    private static final Pattern PIECE =
            Pattern.compile("\\[([^]]*)]|\\{([^}|]*)(?:\\|([^}|]*)\\|([^}|]*))?}|([^\\[{]+)");

    static Template of(String text) {
        return new Template(pieces(text));
    }

    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher found = PIECE.matcher(text);
        while (found.find()) {
            if (found.group(1) != null) {
                pieces.add(new Optional(pieces(found.group(1))));
            } else if (found.group(2) != null) {
                pieces.add(new Value(found.group(2), found.group(3), found.group(4)));
            } else {
                pieces.add(new Words(found.group(5)));
            }
        }
        return pieces;
    }

    String fill(Values values) {
        StringBuilder filled = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Words words -> filled.append(words.text());
                case Value value -> {
                    String text = value.in(values);
                    if (text != null && text.isEmpty() && filled.toString().endsWith(", ")) {
                        filled.setLength(filled.length() - 2); // one of a row that says nothing
                    }
                    filled.append(text == null ? values.unknown() : text);
                }
                case Optional optional -> filled.append(optional.in(values));
            }
        }
        return filled.toString();
    }

    /** Where values come from. */
    interface Values {

        /** The text to show for a path; null when there is none. */
        @Nullable
        String at(String path);

        /** What to say when there is none. */
        String unknown();
    }

    sealed interface Piece {}

    record Words(String text) implements Piece {}

    record Value(
            String path, @Nullable String one, @Nullable String many) implements Piece {

        @Nullable
        String in(Values values) {
            String text = values.at(path);
            return text == null || one == null ? text : text + " " + (text.equals("1") ? one : many);
        }
    }

    record Optional(List<Piece> pieces) implements Piece {

        String in(Values values) {
            boolean whole =
                    pieces.stream().allMatch(piece -> !(piece instanceof Value value) || value.in(values) != null);
            return whole ? new Template(pieces).fill(values) : "";
        }
    }
}
