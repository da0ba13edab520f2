package vn.hoingo.portal.relay;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** Words in both languages; shown in the reader's, in the other one when that is missing. */
public record Text(@Nullable String vi, @Nullable String en) {

    public String here() {
        boolean vietnamese = LocaleContextHolder.getLocale().getLanguage().equals("vi");
        String first = vietnamese ? vi : en;
        String other = vietnamese ? en : vi;
        return first != null && !first.isBlank() ? first : other != null ? other : "";
    }

    @Override
    public String toString() {
        return here();
    }
}
