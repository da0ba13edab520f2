package vn.hoingo.events.event;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.Locale;

/** A name in both languages of the house. */
public record Words(
        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cc}*")
        String vi,

        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cc}*")
        String en) {

    /** For searching: lower case, without marks and what nobody sees, đ as d. */
    String folded() {
        return fold(vi + " " + en);
    }

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\p{Cc}]+", "")
                .replace('đ', 'd')
                .replace('Đ', 'd')
                .toLowerCase(Locale.ROOT);
    }
}
