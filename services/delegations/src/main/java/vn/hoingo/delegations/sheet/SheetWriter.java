package vn.hoingo.delegations.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes tables: CSV in UTF-8 with its mark, so that every spreadsheet opens it; XLSX with text in every cell. */
public final class SheetWriter {

    private static final String MARK = "\ufeff";
    private static final int WIDEST = 40;

    private SheetWriter() {}

    /** A table with its name, the first row its headings. */
    public record Table(String name, List<List<String>> rows) {}

    public static byte[] csv(List<List<String>> rows) {
        StringBuilder sheet = new StringBuilder(MARK);
        rows.forEach(row -> sheet.append(row.stream().map(SafeCell::of).collect(Collectors.joining(",")))
                .append("\r\n"));
        return sheet.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] xlsx(List<Table> tables) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Hoi Ngo", "1.0")) {
            for (Table table : tables) {
                write(workbook.newWorksheet(table.name()), table.rows());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                String text = rows.get(row).get(column);
                if (!text.isEmpty()) {
                    sheet.value(row, column, text);
                }
                if (row == 0) {
                    sheet.style(row, column).bold().set();
                    sheet.width(column, Math.min(WIDEST, text.length() + 6));
                }
            }
        }
        sheet.freezePane(0, 1);
    }
}
