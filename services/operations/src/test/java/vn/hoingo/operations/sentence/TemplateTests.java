package vn.hoingo.operations.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TemplateTests {

    @Test
    void valuesStandInTheirPlaces() {
        assertThat(fill("{partner} registers, {n} people", Map.of("partner", "Busan", "n", "6")))
                .isEqualTo("Busan registers, 6 people");
    }

    @Test
    void aNumberChoosesItsWord() {
        assertThat(fill("{n|seat|seats}", Map.of("n", "1"))).isEqualTo("1 seat");
        assertThat(fill("{n|seat|seats}", Map.of("n", "12"))).isEqualTo("12 seats");
    }

    @Test
    void anOptionalPartIsLeftOutWhenAValueInItIsMissing() {
        assertThat(fill("A letter[ to {partner}] left", Map.of())).isEqualTo("A letter left");
        assertThat(fill("A letter[ to {partner}] left", Map.of("partner", "Lyon")))
                .isEqualTo("A letter to Lyon left");
    }

    @Test
    void whatIsMissingElsewhereIsSaidToBeUnknown() {
        assertThat(fill("{event} is published", Map.of())).isEqualTo("(unknown) is published");
    }

    @Test
    void whatSaysNothingTakesItsCommaAlong() {
        assertThat(fill("Added, {at}, {place}, {n} seats", Map.of("at", "14:00", "place", "", "n", "200")))
                .isEqualTo("Added, 14:00, 200 seats");
    }

    private static String fill(String template, Map<String, String> values) {
        return Template.of(template).fill(new Template.Values() {
            @Override
            public @Nullable String at(String path) {
                return values.get(path);
            }

            @Override
            public String unknown() {
                return "(unknown)";
            }
        });
    }
}
