package vn.hoingo.delegations.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import vn.hoingo.doors.Invalid;

/**
 * Reads a file that somebody sent. What it is, its bytes say and not its name. Whatever is too large, packed to explode, locked, or
 * wants to run something is refused with a sentence before anything of it is used.
 */
public final class SheetReader {

    public static final int MOST_ROWS = 10_000;

    private static final int MOST_COLUMNS = 60;
    private static final int MOST_CHARACTERS = 2_000;
    private static final int MOST_PARTS = 200;
    private static final long MOST_UNPACKED = 32L * 1024 * 1024;
    private static final String FILE = "/file";

    private SheetReader() {}

    public static Sheet read(byte[] file) {
        if (file.length == 0) {
            throw new Invalid(FILE, "document.empty");
        }
        if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Invalid(FILE, "sheet.old-or-locked");
        }
        return startsWith(file, 'P', 'K', 3, 4) ? workbook(file) : text(file);
    }

    private static boolean startsWith(byte[] file, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static Sheet workbook(byte[] file) {
        refuseUnlessHarmless(file);
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            Gathering gathering = new Gathering();
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                Row row = each.next();
                List<String> cells = new ArrayList<>();
                Set<Integer> formulas = new HashSet<>();
                for (int column = 0; column < row.getCellCount(); column++) {
                    @Nullable Cell cell = row.getOptionalCell(column).orElse(null);
                    cells.add(cell == null ? "" : value(cell));
                    if (cell != null && cell.getType() == CellType.FORMULA) {
                        formulas.add(column);
                    }
                }
                gathering.add(row.getRowNum(), cells, formulas);
            }
            return gathering.sheet();
        } catch (Invalid refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw new Invalid(FILE, "sheet.unreadable");
        }
    }

    private static String value(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER ->
                isDay(cell)
                        ? cell.asDate().toLocalDate().toString()
                        : cell.asNumber().toPlainString();
            case STRING -> cell.asString();
            case BOOLEAN -> cell.asBoolean().toString();
            case FORMULA, ERROR, EMPTY -> "";
        };
    }

    private static boolean isDay(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.toLowerCase(Locale.ROOT).contains("y");
    }

    /** Unpacks it once into nothing, and counts: a small file may be huge inside, and XML may name things outside. */
    private static void refuseUnlessHarmless(byte[] file) {
        long unpacked = 0;
        int parts = 0;
        boolean workbook = false;
        byte[] buffer = new byte[16 * 1024];
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                String name = part.getName().toLowerCase(Locale.ROOT);
                workbook |= name.equals("xl/workbook.xml");
                if (name.endsWith("vbaproject.bin")) {
                    throw new Invalid(FILE, "sheet.macros");
                }
                if (++parts > MOST_PARTS) {
                    throw new Invalid(FILE, "sheet.too-large");
                }
                try (InputStream packed = zip.getInputStream(part)) {
                    boolean first = true;
                    for (int read = packed.read(buffer); read >= 0; read = packed.read(buffer)) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED) {
                            throw new Invalid(FILE, "sheet.too-large");
                        }
                        if (first && new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
                            throw new Invalid(FILE, "sheet.unreadable");
                        }
                        first = false;
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new Invalid(FILE, "sheet.unreadable");
        }
        if (!workbook) {
            throw new Invalid(FILE, "sheet.unreadable");
        }
    }

    private static Sheet text(byte[] file) {
        String text = decoded(file);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            Gathering gathering = new Gathering();
            for (CSVRecord each : parser) {
                List<String> cells = new ArrayList<>();
                Set<Integer> formulas = new HashSet<>();
                for (String cell : each) {
                    String unquoted = SafeCell.without(cell);
                    if (unquoted.equals(cell) && cell.strip().startsWith("=")) {
                        formulas.add(cells.size());
                    }
                    cells.add(unquoted);
                }
                gathering.add((int) Math.min(each.getRecordNumber(), Integer.MAX_VALUE), cells, formulas);
            }
            return gathering.sheet();
        } catch (IOException | IllegalStateException | UncheckedIOException broken) {
            throw new Invalid(FILE, "sheet.unreadable");
        }
    }

    private static String decoded(byte[] file) {
        Charset charset = startsWith(file, 0xFF, 0xFE) || startsWith(file, 0xFE, 0xFF)
                ? StandardCharsets.UTF_16
                : StandardCharsets.UTF_8;
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Invalid(FILE, "sheet.unreadable");
            }
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new Invalid(FILE, "sheet.not-utf8");
        }
    }

    /** Comma, semicolon or tab: whichever stands most often between the headings. */
    private static char delimiter(String text) {
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            int count = 0;
            boolean quoted = false;
            for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
                if (text.charAt(i) == '"') {
                    quoted = !quoted;
                } else if (!quoted && text.charAt(i) == candidate) {
                    count++;
                }
            }
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    /** Rows as they come, counted and measured. */
    private static final class Gathering {

        private final List<Sheet.Row> rows = new ArrayList<>();
        private @Nullable List<String> headings;

        void add(int number, List<String> cells, Set<Integer> formulas) {
            while (!cells.isEmpty() && cells.getLast().isBlank() && !formulas.contains(cells.size() - 1)) {
                cells.removeLast();
            }
            if (cells.size() > MOST_COLUMNS) {
                throw new Invalid(FILE, "sheet.too-many-columns", MOST_COLUMNS);
            }
            List<String> clean = new ArrayList<>();
            for (String cell : cells) {
                if (cell.length() > MOST_CHARACTERS) {
                    throw new Invalid(FILE, "sheet.long-cell", number, MOST_CHARACTERS);
                }
                clean.add(Normalizer.normalize(cell, Normalizer.Form.NFC).strip());
            }
            if (headings == null) {
                headings = clean;
                return;
            }
            Sheet.Row row = new Sheet.Row(number, clean, formulas);
            if (row.saysNothing()) {
                return;
            }
            if (rows.size() == MOST_ROWS) {
                throw new Invalid(FILE, "sheet.too-many-rows", MOST_ROWS);
            }
            rows.add(row);
        }

        Sheet sheet() {
            if (headings == null || rows.isEmpty()) {
                throw new Invalid(FILE, "sheet.no-rows");
            }
            return new Sheet(headings, rows);
        }
    }
}
