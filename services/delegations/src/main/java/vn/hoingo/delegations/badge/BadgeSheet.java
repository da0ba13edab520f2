package vn.hoingo.delegations.badge;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.hoingo.delegations.text.Text;

/** Badges on paper: one page of the size A6 for each, in both languages, with letters of its own so that every printer has them. */
public final class BadgeSheet implements AutoCloseable {

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final float MM = 72 / 25.4f;
    private static final float WIDTH = 105 * MM;
    private static final float HEIGHT = 148 * MM;
    private static final float EDGE = 8 * MM;
    private static final float INSIDE = WIDTH - 2 * EDGE;
    private static final float BAND = 31 * MM;
    private static final float CODE = 42 * MM;
    private static final Color JADE = new Color(0x0f5e59);
    private static final Color INK = new Color(0x1d2429);
    private static final Color QUIET = new Color(0x5c6670);

    private final PDDocument document = new PDDocument();
    private final PDFont plain;
    private final PDFont bold;
    private final CmapLookup letters;

    public BadgeSheet() {
        try {
            plain = PDType0Font.load(document, font("DejaVuSans.ttf"), true);
            TrueTypeFont strong = new TTFParser().parse(new RandomAccessReadBuffer(font("DejaVuSans-Bold.ttf")));
            letters = strong.getUnicodeCmapLookup();
            bold = PDType0Font.load(document, strong, true);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(BadgeSheet.class.getResourceAsStream(FONTS + file), file);
    }

    /** What stands on one badge; a name that our letters cannot write is replaced by the one of the passport. */
    public record Face(
            Text event,
            String name,
            String passportName,
            Text kind,
            Text partner,
            List<Text> zones,
            String number,
            String code) {}

    public void add(Face face) {
        PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
        document.addPage(page);
        try (PDPageContentStream on = new PDPageContentStream(document, page)) {
            fill(on, JADE, 0, HEIGHT - BAND, WIDTH, BAND);
            float top = HEIGHT - 10 * MM;
            top = centred(on, bold, Color.WHITE, face.event().vi(), 13, 2, top);
            centred(on, plain, Color.WHITE, face.event().en(), 9.5f, 2, top - 1.5f * MM);

            float name = HEIGHT - BAND - 14 * MM;
            name = centred(on, bold, INK, writable(face.name()) ? face.name() : face.passportName(), 22, 2, name);
            name = centred(on, bold, JADE, face.partner().vi(), 12, 2, name - 3 * MM);
            if (!face.partner().en().equals(face.partner().vi())) {
                name = centred(on, plain, QUIET, face.partner().en(), 10, 1, name - .5f * MM);
            }
            centred(on, plain, INK, face.kind().vi() + " · " + face.kind().en(), 10, 1, name - 2 * MM);

            code(on, face.code(), EDGE, EDGE + 6 * MM);
            String number = BadgeNumber.printed(face.number());
            text(on, bold, INK, number, 12, EDGE + (CODE - width(bold, number, 12)) / 2, EDGE);
            zones(on, face.zones());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void zones(PDPageContentStream on, List<Text> zones) throws IOException {
        float left = EDGE + CODE + 5 * MM;
        float width = WIDTH - EDGE - left;
        float top = EDGE + 6 * MM + CODE - 4 * MM;
        text(on, plain, QUIET, "Khu vực · Zones", 8, left, top);
        top -= 6.5f * MM;
        float step = Math.min(8.6f * MM, (top - EDGE) / Math.max(1, zones.size() - .6f));
        float small = step / (8.6f * MM); // many zones share the same room
        for (Text zone : zones) {
            text(on, bold, INK, zone.vi(), fitting(bold, zone.vi(), 10 * small, width), left, top);
            text(on, plain, QUIET, zone.en(), fitting(plain, zone.en(), 8 * small, width), left, top - .42f * step);
            top -= step;
        }
    }

    private void code(PDPageContentStream on, String said, float left, float bottom) throws IOException {
        BitMatrix modules;
        try {
            modules = new QRCodeWriter()
                    .encode(
                            said,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
        } catch (WriterException tooMuch) {
            throw new IllegalStateException(tooMuch);
        }
        float module = CODE / modules.getWidth();
        on.setNonStrokingColor(Color.BLACK);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    on.addRect(left + x * module, bottom + CODE - (y + 1) * module, module, module);
                }
            }
        }
        on.fill();
    }

    private boolean writable(String words) {
        return words.codePoints().allMatch(letter -> letters.getGlyphId(letter) != 0);
    }

    private String written(String words) {
        StringBuilder written = new StringBuilder();
        words.codePoints().forEach(letter -> written.appendCodePoint(letters.getGlyphId(letter) == 0 ? '?' : letter));
        return written.toString();
    }

    /** Lines in the middle, broken between words, smaller when they do not fit; gives how far down it came. */
    private float centred(
            PDPageContentStream on, PDFont font, Color colour, String words, float size, int lines, float y)
            throws IOException {
        String all = written(words);
        float fits = size;
        List<String> broken = broken(font, all, fits);
        while (fits > 6 && (broken.size() > lines || widest(font, broken, fits) > INSIDE)) {
            fits -= .5f;
            broken = broken(font, all, fits);
        }
        float at = y;
        for (String line : broken) {
            text(on, font, colour, line, fits, (WIDTH - width(font, line, fits)) / 2, at);
            at -= fits * 1.3f;
        }
        return at;
    }

    private static List<String> broken(PDFont font, String words, float size) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.strip().split("\\s+")) {
            if (!line.isEmpty() && width(font, line + " " + word, size) > INSIDE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static float widest(PDFont font, List<String> lines, float size) throws IOException {
        float widest = 0;
        for (String line : lines) {
            widest = Math.max(widest, width(font, line, size));
        }
        return widest;
    }

    private static float fitting(PDFont font, String words, float size, float width) throws IOException {
        return Math.min(size, size * width / width(font, words, size));
    }

    private static float width(PDFont font, String words, float size) throws IOException {
        return font.getStringWidth(words) / 1000 * size;
    }

    private static void text(
            PDPageContentStream on, PDFont font, Color colour, String words, float size, float x, float y)
            throws IOException {
        on.beginText();
        on.setNonStrokingColor(colour);
        on.setFont(font, size);
        on.newLineAtOffset(x, y);
        on.showText(words);
        on.endText();
    }

    private static void fill(PDPageContentStream on, Color colour, float x, float y, float width, float height)
            throws IOException {
        on.setNonStrokingColor(colour);
        on.addRect(x, y, width, height);
        on.fill();
    }

    public byte[] pdf() {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            document.save(pdf);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return pdf.toByteArray();
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
