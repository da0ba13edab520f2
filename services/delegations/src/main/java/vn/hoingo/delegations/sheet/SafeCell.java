package vn.hoingo.delegations.sheet;

/** Text in a CSV file that no spreadsheet takes for a formula, and back. */
final class SafeCell {

    private static final String CALCULATED = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private SafeCell() {}

    /** The cell as it stands in a line of CSV. */
    static String of(String text) {
        String safe = isCalculated(text) ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    /** What was written by {@link #of} as somebody reads it again. */
    static String without(String cell) {
        return cell.startsWith("'") && isCalculated(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isCalculated(String text) {
        return !text.isEmpty() && CALCULATED.indexOf(text.charAt(0)) >= 0;
    }
}
