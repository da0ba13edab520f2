package vn.hoingo.delegations.text;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.hoingo.doors.Invalid;
import vn.hoingo.messaging.Refusal;

/** Puts what a rule says into words of both languages, for work that is done while nobody waits for an answer. */
@Component
public class Findings {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private final MessageSource words;
    private final Validator validator;

    Findings(MessageSource words, Validator validator) {
        this.words = words;
        this.validator = validator;
    }

    public Finding of(String at, String key, Object... values) {
        return new Finding(at, new Text(say(VIETNAMESE, key, values), say(Locale.ENGLISH, key, values)));
    }

    public Finding of(String at, Refusal refusal) {
        return of(at, "refusal." + refusal.reason(), refusal.values().toArray());
    }

    public Finding of(String at, Invalid.Field field) {
        return of(at, field.key(), field.values().toArray());
    }

    /** What is wrong with something that was typed, each at the path of its field. */
    public List<Finding> in(Object typed) {
        Map<String, String> vietnamese = said(typed, VIETNAMESE);
        if (vietnamese.isEmpty()) {
            return List.of();
        }
        Map<String, String> english = said(typed, Locale.ENGLISH);
        List<Finding> found = new ArrayList<>();
        vietnamese.forEach(
                (path, said) -> found.add(new Finding(path, new Text(said, english.getOrDefault(path, said)))));
        return found;
    }

    private Map<String, String> said(Object typed, Locale language) {
        Locale before = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(language);
        try {
            Map<String, String> said = new TreeMap<>();
            for (ConstraintViolation<Object> violation : validator.validate(typed)) {
                said.merge(
                        violation.getPropertyPath().toString(),
                        violation.getMessage(),
                        (first, next) -> first.equals(next) ? first : first + " " + next);
            }
            return said;
        } finally {
            LocaleContextHolder.setLocale(before);
        }
    }

    private String say(Locale language, String key, Object... values) {
        return words.getMessage(key, values, language);
    }
}
