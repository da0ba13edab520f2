package vn.hoingo.delegations.sheet;

import java.util.List;
import java.util.Set;

/** The first table of a file: its headings and the rows below that say anything. */
public record Sheet(List<String> headings, List<Row> rows) {

    /**
     * One row.
     *
     * @param number as the spreadsheet shows it; the headings are row 1
     * @param formulas the columns in which a formula stands instead of a value
     */
    public record Row(int number, List<String> cells, Set<Integer> formulas) {

        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean saysNothing() {
            return formulas.isEmpty() && cells.stream().allMatch(String::isEmpty);
        }
    }
}
