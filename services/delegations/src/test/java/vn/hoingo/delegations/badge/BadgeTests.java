package vn.hoingo.delegations.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.hoingo.delegations.text.Text;

class BadgeTests {

    private static final UUID EVENT = UUID.fromString("0192f000-0000-7000-8000-0000000000e1");
    private static final String NUMBER = BadgeNumber.fresh(new Random(7));

    private final BadgeSeal seal =
            new BadgeSeal("invented key with 32 bytes in it".getBytes(StandardCharsets.US_ASCII));

    @Nested
    class Sealing {

        @Test
        void whatWasSealedIsReadAgain() {
            Badge badge = new Badge(EVENT, NUMBER, 3);

            assertThat(seal.open(seal.seal(badge))).contains(badge);
        }

        @Test
        void aCodeHasOnlyWhatEveryScannerTypes() {
            assertThat(seal.seal(new Badge(EVENT, NUMBER, 1))).matches("[0-9A-Z]+");
        }

        @Test
        void oneChangedDigitIsNotOurs() {
            String code = seal.seal(new Badge(EVENT, NUMBER, 1));
            char last = code.charAt(code.length() - 1);

            assertThat(seal.open(code.substring(0, code.length() - 1) + (last == '0' ? '1' : '0')))
                    .isEmpty();
        }

        @Test
        void aBadgeSealedByAnotherHouseIsNotOurs() {
            BadgeSeal another = new BadgeSeal("another key that has 32 bytes...".getBytes(StandardCharsets.US_ASCII));

            assertThat(seal.open(another.seal(new Badge(EVENT, NUMBER, 1)))).isEmpty();
        }

        @Test
        void rubbishIsNotOurs() {
            for (String rubbish :
                    List.of("", "HN1", "HN1zz", "HN100", "https://example.org", "HN1" + "0".repeat(180))) {
                assertThat(seal.open(rubbish)).as(rubbish).isEmpty();
            }
        }
    }

    @Nested
    class Numbering {

        @Test
        void aNumberIsReadHoweverItIsTyped() {
            String printed = BadgeNumber.printed(NUMBER);

            assertThat(BadgeNumber.read(" " + printed.toLowerCase() + " ")).contains(NUMBER);
            assertThat(BadgeNumber.read(printed.replace("-", " "))).contains(NUMBER);
        }

        @Test
        void everySlipOfOneCharacterFindsNobody() {
            for (int at = 0; at < NUMBER.length(); at++) {
                for (char other : "23456789ABCDEFGHJKMNPQRSTUVWXYZ".toCharArray()) {
                    if (other != NUMBER.charAt(at)) {
                        String slip = NUMBER.substring(0, at) + other + NUMBER.substring(at + 1);
                        assertThat(BadgeNumber.read(slip)).as(slip).isEmpty();
                    }
                }
            }
        }
    }

    @Nested
    class Printing {

        @Test
        void aBadgeSaysWhoForWhomAndWhereInBothLanguages() throws Exception {
            String said = printed("Nguyễn Thị Ánh Tuyết", "NGUYEN THI ANH TUYET");

            assertThat(said)
                    .contains("Nguyễn Thị Ánh Tuyết", "Trưởng đoàn", "Head of delegation", "Hội trường", "Plenary hall")
                    .contains(BadgeNumber.printed(NUMBER));
        }

        @Test
        void aNameThatOurLettersCannotWriteIsThatOfThePassport() throws Exception {
            assertThat(printed("서지원", "SEO JI-WON")).contains("SEO JI-WON").doesNotContain("?");
        }

        @Test
        void thirtyBadgesAreThirtyPages() throws Exception {
            try (BadgeSheet sheet = new BadgeSheet()) {
                for (int each = 0; each < 30; each++) {
                    sheet.add(face("Somebody Invented With A Rather Long Name " + each, "SOMEBODY"));
                }
                try (PDDocument read = Loader.loadPDF(sheet.pdf())) {
                    assertThat(read.getNumberOfPages()).isEqualTo(30);
                }
            }
        }

        private String printed(String name, String passportName) throws Exception {
            try (BadgeSheet sheet = new BadgeSheet()) {
                sheet.add(face(name, passportName));
                try (PDDocument read = Loader.loadPDF(sheet.pdf())) {
                    return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
                }
            }
        }

        private BadgeSheet.Face face(String name, String passportName) {
            return new BadgeSheet.Face(
                    new Text("Đối thoại Hữu nghị 2027", "Friendship Dialogue 2027"),
                    name,
                    passportName,
                    new Text("Trưởng đoàn", "Head of delegation"),
                    new Text("Thành phố Busan", "Busan"),
                    List.of(new Text("Hội trường", "Plenary hall")),
                    NUMBER,
                    seal.seal(new Badge(EVENT, NUMBER, 1)));
        }
    }
}
