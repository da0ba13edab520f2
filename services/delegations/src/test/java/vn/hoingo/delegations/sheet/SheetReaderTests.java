package vn.hoingo.delegations.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoingo.doors.Invalid;

class SheetReaderTests {

    @ParameterizedTest
    @ValueSource(strings = {"Name,Rank\nLê Thị,3\n", "\ufeffName;Rank\r\nLê Thị;3\r\n", "Name\tRank\nLê Thị\t3"})
    void commasSemicolonsAndTabsWithOrWithoutAMarkAreTheSameTable(String text) {
        Sheet sheet = SheetReader.read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(sheet.headings()).containsExactly("Name", "Rank");
        assertThat(sheet.rows()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(2);
            assertThat(row.cells()).containsExactly("Lê Thị", "3");
        });
    }

    @Test
    void aNameThatIsWrittenInPiecesIsOneAndTheSame() {
        Sheet sheet = SheetReader.read("Name\nLe\u0302 Thi\u0323\n".getBytes(StandardCharsets.UTF_8));

        assertThat(sheet.rows().getFirst().cell(0)).isEqualTo("Lê Thị");
    }

    @Test
    void emptyRowsAreNothingAndTheOthersKeepTheirNumbers() {
        Sheet sheet = SheetReader.read("Name\n\n,,\nA\n\"two\nlines\"\nB".getBytes(StandardCharsets.UTF_8));

        assertThat(sheet.rows()).extracting(Sheet.Row::number).containsExactly(4, 5, 6);
    }

    @Test
    void aWorkbookIsReadWithItsDaysAndNumbersAsPeopleSeeThem() throws IOException {
        Sheet sheet = SheetReader.read(workbook(worksheet -> {
            worksheet.value(0, 0, "Name");
            worksheet.value(0, 1, "Rank");
            worksheet.value(0, 2, "Born");
            worksheet.value(1, 0, " 서지원 ");
            worksheet.value(1, 1, 3);
            worksheet.value(1, 2, LocalDate.of(1979, 2, 3));
            worksheet.style(1, 2).format("yyyy-mm-dd").set();
        }));

        assertThat(sheet.rows().getFirst().cells()).containsExactly("서지원", "3", "1979-02-03");
    }

    @Test
    void aFormulaIsNoValue() throws IOException {
        Sheet sheet = SheetReader.read(workbook(worksheet -> {
            worksheet.value(0, 0, "Name");
            worksheet.formula(1, 0, "CONCATENATE(\"A\",\"B\")");
        }));

        assertThat(sheet.rows().getFirst().formulas()).containsExactly(0);
        assertThat(SheetReader.read("Name\n=1+1".getBytes(StandardCharsets.UTF_8))
                        .rows()
                        .getFirst()
                        .formulas())
                .containsExactly(0);
    }

    @Test
    void whatWeWroteIsReadAsItWas() {
        List<List<String>> rows =
                List.of(List.of("Name", "Note"), List.of("=SUM(A1)", "a; \"b\", c"), List.of("-5", "+84"));

        Sheet csv = SheetReader.read(SheetWriter.csv(rows));
        Sheet xlsx = SheetReader.read(SheetWriter.xlsx(List.of(new SheetWriter.Table("Members", rows))));

        assertThat(csv.rows()).extracting(Sheet.Row::cells).containsExactlyElementsOf(rows.subList(1, 3));
        assertThat(xlsx.rows()).extracting(Sheet.Row::cells).containsExactlyElementsOf(rows.subList(1, 3));
        assertThat(csv.rows().getFirst().formulas()).isEmpty();
    }

    @Test
    void aSmallFileThatUnpacksToAHugeOneIsNotOpened() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeroes = new byte[1024 * 1024];
            for (int i = 0; i < 40; i++) {
                zip.write(zeroes);
            }
        }

        assertThat(bytes.size()).isLessThan(100_000);
        refused(bytes.toByteArray(), "sheet.too-large");
    }

    @Test
    void aWorkbookThatNamesThingsOutsideIsNotOpened() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>"
                    .getBytes(StandardCharsets.UTF_8));
        }

        refused(bytes.toByteArray(), "sheet.unreadable");
    }

    @Test
    void whatIsNoSheetIsRefusedWithItsReason() {
        refused(new byte[0], "document.empty");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, "sheet.old-or-locked");
        refused(new byte[] {'P', 'K', 3, 4, 0, 0}, "sheet.unreadable");
        refused("Name\nL\u00ea".getBytes(StandardCharsets.ISO_8859_1), "sheet.not-utf8");
        refused("Name".getBytes(StandardCharsets.UTF_8), "sheet.no-rows");
        refused(("Name\n" + "x\n".repeat(10_001)).getBytes(StandardCharsets.UTF_8), "sheet.too-many-rows");
        refused(("Name\n" + "x".repeat(2_001)).getBytes(StandardCharsets.UTF_8), "sheet.long-cell");
        refused(("x" + ",x".repeat(60) + "\ny").getBytes(StandardCharsets.UTF_8), "sheet.too-many-columns");
    }

    private static void refused(byte[] file, String key) {
        assertThatThrownBy(() -> SheetReader.read(file))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.fields()).singleElement().satisfies(field -> {
                            assertThat(field.pointer()).isEqualTo("/file");
                            assertThat(field.key()).isEqualTo(key);
                        }));
    }

    private interface Filling {
        void fill(Worksheet worksheet) throws IOException;
    }

    private static byte[] workbook(Filling filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            filling.fill(workbook.newWorksheet("Sheet"));
        }
        return bytes.toByteArray();
    }
}
