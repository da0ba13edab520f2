package vn.hoingo.invitations.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoingo.invitations.activity.Window;

class WordingTests {

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("guest", "H.E. Claire Dubois"),
            Map.entry("event", "Đối thoại Hữu nghị 2026"),
            Map.entry("activity", "Tiệc tối Hữu nghị"),
            Map.entry("when", "từ 18 giờ 30 đến 21 giờ 00"),
            Map.entry("place", "Hội trường Thống Nhất"),
            Map.entry("answerBy", "17 giờ 00"),
            Map.entry("link", "http://localhost:8080/rsvp/abc"),
            Map.entry("lapsesAt", "9 giờ 00"),
            Map.entry("substitute", "Jean Martin"),
            Map.entry("instead", "H.E. Claire Dubois"),
            Map.entry("head", "Park Heong-joon"),
            Map.entry("partner", "Busan"),
            Map.entry("venue", "Thisky Hall"));

    static Stream<Arguments> everyLetterInBothLanguages() {
        return Stream.of(LetterKind.values())
                .flatMap(kind -> Stream.of("vi", "en").map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("everyLetterInBothLanguages")
    void everyLetterHasWordsWithoutGaps(LetterKind kind, String language) {
        Wording.Words bare = Wording.of(kind, language, VALUES);
        Map<String, String> more = new HashMap<>(VALUES);
        more.putAll(Map.of(
                "function", "Tổng Lãnh sự",
                "whenAtHome", "12:30",
                "seats", "2",
                "reconfirm", "",
                "contact", "Kim Min-ji"));
        Wording.Words full = Wording.of(kind, language, more);
        for (Wording.Words words : new Wording.Words[] {bare, full}) {
            assertThat(words.subject()).isNotBlank().doesNotContain("\n");
            assertThat(words.text())
                    .doesNotContain("{", "}", "[", "]", "\n\n\n")
                    .contains(language.equals("vi") ? "Trân trọng" : "highest consideration");
        }
        assertThat(full.text().length()).isGreaterThanOrEqualTo(bare.text().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi"})
    void aPlaceThatIsNotKnownYetIsNotSpokenOf(String language) {
        Map<String, String> somewhere = new HashMap<>(VALUES);
        somewhere.remove("venue");
        somewhere.remove("place");
        for (LetterKind kind : LetterKind.values()) {
            assertThat(Wording.of(kind, language, somewhere).text())
                    .doesNotContain("Place:", "Địa điểm:", ", at .", ", tại .");
        }
    }

    @Test
    void whatIsMissingLeavesNoEmptyLine() {
        assertThat(Wording.of(LetterKind.INVITATION, "vi", VALUES).text())
                .contains("từ 18 giờ 30 đến 21 giờ 00\nĐịa điểm: Hội trường Thống Nhất\n\nKính đề nghị");
    }

    @Test
    void aNameWithALineBreakMakesNoSecondHeader() {
        Map<String, String> values = new HashMap<>(VALUES);
        values.put("event", "HEF\r\nBcc: everybody@example.org");
        assertThat(Wording.of(LetterKind.INVITATION, "en", values).subject())
                .isEqualTo("Invitation to Tiệc tối Hữu nghị, HEF Bcc: everybody@example.org");
    }

    @Test
    void aNameWithMarkupIsShownAndNotExecuted() {
        assertThat(Wording.html("en", "a", "To: <script>alert(1)</script>\n\nhttp://localhost/rsvp/a-b_c"))
                .doesNotContain("<script>")
                .contains("&lt;script&gt;")
                .contains("<a href=\"http://localhost/rsvp/a-b_c\"");
    }

    @Test
    void timesNameTheirDayAndTheirZone() {
        Window evening = new Window(
                LocalDateTime.parse("2026-09-23T18:30"),
                LocalDateTime.parse("2026-09-23T21:00"),
                ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThat(Times.span(evening, "vi"))
                .isEqualTo("từ 18 giờ 30 đến 21 giờ 00, thứ Tư, ngày 23 tháng 9 năm 2026 (giờ Việt Nam, UTC+7)");
        assertThat(Times.span(evening, "en"))
                .isEqualTo("Wednesday 23 September 2026, 18:30 to 21:00 (Vietnam time, UTC+7)");
        assertThat(Times.at(evening.startsAt(), ZoneId.of("Europe/Paris"), "en"))
                .isEqualTo("Wednesday 23 September 2026, 13:30 (Central European Time, UTC+2)");
    }
}
