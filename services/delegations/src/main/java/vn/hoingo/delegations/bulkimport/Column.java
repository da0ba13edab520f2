package vn.hoingo.delegations.bulkimport;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import vn.hoingo.delegations.sheet.Sheet;
import vn.hoingo.delegations.text.FoldedText;
import vn.hoingo.doors.Coded;
import vn.hoingo.doors.Invalid;

/** What a column of a sheet of members may say; its heading is its code or its name in either language, however it is written. */
enum Column implements Coded {
    PARTNER,
    LABEL,
    KIND,
    PASSPORT_NAME,
    NATIVE_NAME,
    DISPLAY_NAME,
    FORM_OF_ADDRESS,
    FUNCTION,
    RANK,
    NATIONALITY,
    LANGUAGES,
    NEEDS,
    COMPANION_OF,
    BIRTH_DATE,
    PASSPORT_NUMBER,
    DIET;

    private static final Locale VIETNAMESE = Locale.of("vi");

    String heading(MessageSource words, Locale language) {
        return words.getMessage("import.column." + code(), null, language);
    }

    String hint(MessageSource words, Locale language) {
        return words.getMessage("import.hint." + code(), null, language);
    }

    /** Which column stands where; a heading that says nothing to us is named, so that nobody thinks it was read. */
    static Found in(Sheet sheet, MessageSource words) {
        Map<String, Column> names = new HashMap<>();
        for (Column column : values()) {
            names.put(key(column.code()), column);
            names.put(key(column.heading(words, VIETNAMESE)), column);
            names.put(key(column.heading(words, Locale.ENGLISH)), column);
        }
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < sheet.headings().size(); i++) {
            String heading = sheet.headings().get(i);
            Column column = names.get(key(heading));
            if (column == null) {
                if (!heading.isBlank()) {
                    ignored.add(heading.length() > 60 ? heading.substring(0, 60) : heading);
                }
            } else if (places.putIfAbsent(column, i) != null) {
                throw new Invalid("/file", "import.column-twice", heading);
            }
        }
        return new Found(places, ignored);
    }

    private static String key(String heading) {
        return String.join("", FoldedText.inOrder(heading));
    }

    record Found(Map<Column, Integer> places, List<String> ignored) {

        String text(Sheet.Row row, Column column) {
            Integer place = places.get(column);
            return place == null ? "" : row.cell(place);
        }

        boolean isFormula(Sheet.Row row, Column column) {
            Integer place = places.get(column);
            return place != null && row.formulas().contains(place);
        }
    }
}
