package vn.hoingo.logistics.programme;

import java.util.Locale;

/** Words in both languages. */
public record Text(String vi, String en) {

    public String in(Locale language) {
        return language.getLanguage().equals("en") ? en : vi;
    }
}
