package vn.hoingo.delegations.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTests {

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Thị Minh Châu, Minh Chau Nguyen Thi, SAME_WORDS",
        "Đặng Đình Đức, DANG DINH DUC, SAME_WORDS",
        "Jiwon Kim, Kim Ji-won, JOINED_OTHERWISE",
        "Gim Ji-won, KIM JIWON, KOREAN_ROMANISATION",
        "Lee Seo-yeon, Yi Seoyeon, KOREAN_ROMANISATION",
        "Tsai Ing-wen, CAI YINGWEN, CHINESE_ROMANISATION",
        "Hsu Chih-ming, Zhiming Xu, CHINESE_ROMANISATION",
        "Iurii Sokolov, SOKOLOV YURY, CYRILLIC_ROMANISATION",
        "Andrei Tchaikovski, Andrey Chaikovskii, CYRILLIC_ROMANISATION",
        "Nguyen Thi Minh Khai, Nguyen Minh Khai, SHORTENED"
    })
    void oneNameThatIsWrittenByOtherHabitsIsFoundWithItsReason(String one, String other, Likeness reason) {
        assertThat(Likeness.of(named(one, null), named(other, null))).contains(reason);
        assertThat(Likeness.of(named(other, null), named(one, null))).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Văn An, Nguyễn Văn Ân",
        "Kim Ji-won, Kim Ji-woo",
        "Lee Seo-yeon, Lee Su-yeon",
        "Andreev Sergei, Sergeev Andrei",
        "Nguyen Thi Minh, Nguyen Thi Minh Khai"
    })
    void namesThatOnlyLookAlikeAreTwo(String one, String other) {
        assertThat(Likeness.of(named(one, null), named(other, null))).isEmpty();
    }

    @Test
    void whatIsKnownOfBothAndDiffersSaysThatTheyAreTwo() {
        Known born1970 = new Known("Tran Van Hung", null, "VN", "1970", null);
        Known born1980 = new Known("Tran Van Hung", null, "VN", "1980", null);

        assertThat(Likeness.of(born1970, born1980)).isEmpty();
        assertThat(Likeness.of(named("Tran Van Hung", "VN"), named("Tran Van Hung", "KR")))
                .isEmpty();
    }

    @Test
    void thePassportAndTheOwnScriptSayMoreThanAnyLetters() {
        assertThat(Likeness.of(
                        new Known("Teresa Teng", null, null, null, "mark"),
                        new Known("Deng Lijun", null, null, null, "mark")))
                .contains(Likeness.SAME_PASSPORT);
        assertThat(Likeness.of(
                        new Known("Teresa Teng", "鄧 麗君", null, null, null),
                        new Known("Deng Lijun", "鄧麗君", null, null, null)))
                .contains(Likeness.SAME_NATIVE_NAME);
    }

    /** The figures stand in the README; whoever changes how names are compared sees here what it costs. */
    @Test
    void ofTheLabelledPairsMostAreFoundAndFewAreFoundWrongly() throws IOException {
        int found = 0;
        int missed = 0;
        int wronglyFound = 0;
        List<String> mistakes = new ArrayList<>();
        List<String> pairs = Files.readAllLines(Path.of("src/test/resources/name-pairs.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        for (String pair : pairs) {
            String[] part = pair.split("\t");
            String nationality = part[2].equals("-") ? null : part[2];
            boolean said = Likeness.of(named(part[0], nationality), named(part[1], nationality))
                    .isPresent();
            boolean same = part[3].equals("same");
            found += said && same ? 1 : 0;
            missed += !said && same ? 1 : 0;
            wronglyFound += said && !same ? 1 : 0;
            if (said != same) {
                mistakes.add(pair);
            }
        }
        double precision = (double) found / (found + wronglyFound);
        double recall = (double) found / (found + missed);
        System.out.printf(
                Locale.ROOT,
                "name pairs: %d, precision %.3f, recall %.3f%n%s%n",
                pairs.size(),
                precision,
                recall,
                String.join("\n", mistakes));

        assertThat(pairs).hasSizeGreaterThanOrEqualTo(500);
        assertThat(precision).isGreaterThanOrEqualTo(0.97);
        assertThat(recall).isGreaterThanOrEqualTo(0.90);
    }

    private static Known named(String name, @Nullable String nationality) {
        return new Known(name, null, nationality, null, null);
    }
}
