package vn.hoingo.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTests {

    @Test
    void aPartnerHasItsCountryInBothLanguagesAndALetterBoxOfTheDemo() {
        assertThat(Demo.partner(locality("Busan")))
                .containsEntry("countryName", Map.of("vi", "Hàn Quốc", "en", "Republic of Korea"))
                .containsEntry("relation", "sister")
                .containsEntry("relationSince", "1995-11-03")
                .containsEntry("contactEmail", "busan@partners.hoingo.example");
    }

    @Test
    void aRelationThatHasEndedIsOnlyNoted() {
        assertThat(Demo.partner(locality("Rostov Oblast")))
                .doesNotContainKeys("relation", "relationSince")
                .hasEntrySatisfying("note", note -> assertThat(note)
                        .asString()
                        .startsWith("sister relation terminated 2022; since 2000; "));
    }

    @Test
    void everyLocalityAndEveryEditionIsComplete() {
        assertThat(Csv.demo("partner-localities.csv")).hasSize(32).allSatisfy(row -> assertThat(Demo.partner(row))
                .containsKeys("name", "kind", "countryCode", "countryName", "language"));
        assertThat(Csv.demo("events.csv")).hasSize(4).allSatisfy(row -> assertThat(Demo.edition(row))
                .doesNotContainValue(null));
    }

    @Test
    void anEditionLastsFromTheMorningOfItsFirstDayToTheEveningOfItsLast() {
        assertThat(Demo.edition(Csv.demo("events.csv").get(2)))
                .containsEntry("template", "friendship-dialogue")
                .containsEntry(
                        "window",
                        Map.of(
                                "start", "2024-09-23T08:00:00",
                                "end", "2024-09-24T21:30:00",
                                "zone", "Asia/Ho_Chi_Minh"));
    }

    @Test
    void whatIsInventedSaysSo() {
        assertThat(Csv.demo("resources.csv"))
                .allSatisfy(row -> assertThat(row.get("label")).endsWith(" (demo)"));
    }

    @Test
    void aSlugIsPlain() {
        assertThat(Demo.slug(" Đặng Quốc Cường (demo) ")).isEqualTo("dang-quoc-cuong-demo");
    }

    @Test
    void theAccountsStayTheSameFromStartToStart(@TempDir Path home) {
        DemoFile first = DemoFile.keep(home, "http://localhost:8080");
        DemoFile second = DemoFile.keep(home, "http://localhost:9080");

        assertThat(second.accounts()).isEqualTo(first.accounts()).hasSize(7);
        assertThat(second.client()).isEqualTo(first.client());
        assertThat(second.url()).isEqualTo("http://localhost:9080");
    }

    private static Csv.Row locality(String name) {
        return Csv.demo("partner-localities.csv").stream()
                .filter(row -> row.get("locality").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
