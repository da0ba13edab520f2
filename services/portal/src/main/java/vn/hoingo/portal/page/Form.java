package vn.hoingo.portal.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.hoingo.portal.relay.Answer;
import vn.hoingo.portal.relay.SignInEnded;
import vn.hoingo.portal.relay.Unavailable;

/**
 * What a person typed, and what is wrong with it. Fields are called as the service's JSON is built ({@code window.end} for
 * {@code /window/end}), so an answer finds its field by itself. Whatever happens, the same words stand in the form again.
 */
public final class Form {

    private final Map<String, List<String>> typed = new LinkedHashMap<>();
    private final Map<String, String> wrong = new LinkedHashMap<>();
    private final List<String> general = new ArrayList<>();
    private String prefix = "";
    private @Nullable Trouble trouble;
    private String reason = "";
    private String once = UUID.randomUUID().toString();

    /** What kind of no it was; each has its own words above the form. */
    public enum Trouble {
        /** Fields to mend. */
        MEND,
        /** A rule of the field says no. */
        REFUSED,
        /** Somebody else changed it meanwhile. */
        STALE,
        /** The service does not answer; what was typed is kept here. */
        AWAY,
        /** The sign-in is over; what was typed is kept here. */
        SIGNED_OUT
    }

    public static Form empty() {
        return new Form();
    }

    public static Form typed(MultiValueMap<String, String> parameters) {
        Form form = new Form();
        parameters.forEach((name, values) -> form.typed.put(name, List.copyOf(values)));
        String key = parameters.getFirst("once");
        if (key != null && !key.isBlank() && key.length() <= 64) {
            form.once = key;
        }
        return form;
    }

    /** The service's JSON holds what is typed here one level deeper, under this name. */
    public Form under(String name) {
        prefix = name + ".";
        return this;
    }

    /** Does what the form is for; when that fails, says so in the form and gives its page again. */
    public String doing(Supplier<String> act, Supplier<String> again) {
        if (!wrong.isEmpty()) {
            trouble = Trouble.MEND;
            return again.get();
        }
        try {
            return act.get();
        } catch (Answer answer) {
            refused(answer);
        } catch (Unavailable away) {
            trouble = Trouble.AWAY;
        } catch (SignInEnded ended) {
            trouble = Trouble.SIGNED_OUT;
        }
        return again.get();
    }

    private void refused(Answer answer) {
        once = UUID.randomUUID().toString();
        reason = answer.reason();
        for (Answer.Wrong mistake : answer.wrong()) {
            String words = mistake.message() == null ? "" : mistake.message();
            if (mistake.field().isEmpty()) {
                general.add(words);
            } else {
                place(mistake.field(), words);
            }
        }
        trouble = switch (answer.status()) {
            case 412, 428 -> Trouble.STALE;
            case 409 -> Trouble.REFUSED;
            default -> wrong.isEmpty() ? Trouble.REFUSED : Trouble.MEND;
        };
        if (wrong.isEmpty() && general.isEmpty() && !answer.sentence().isEmpty()) {
            general.add(answer.sentence());
        }
    }

    /** At its field when the page has it, else above the form; one of several values belongs to the field of all. */
    private void place(String field, String words) {
        if (field.startsWith(prefix)) {
            wrong(
                    field.substring(prefix.length()).replaceFirst("^(languages|needs|memberIds|roles)\\.\\d+$", "$1"),
                    words);
        } else {
            general.add(words);
        }
    }

    public void wrong(String field, String words) {
        wrong.merge(field, words, (first, next) -> first.contains(next) ? first : first + " " + next);
    }

    /** Puts what the service knows into a form that nobody has typed into yet. */
    public Form knowing(String field, @Nullable Object value) {
        if (!typed.containsKey(field) && value != null) {
            typed.put(field, List.of(value.toString()));
        }
        return this;
    }

    public Form knowing(String field, List<String> values) {
        typed.putIfAbsent(field, List.copyOf(values));
        return this;
    }

    public Form sayingOver(String field, @Nullable Object value) {
        if (value != null) {
            typed.put(field, List.of(value.toString()));
        }
        return this;
    }

    /** The fields that were typed into, in the order of the form. */
    public List<String> fields() {
        return List.copyOf(typed.keySet());
    }

    public String value(String field) {
        List<String> values = typed.get(field);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }

    public List<String> values(String field) {
        return typed.getOrDefault(field, List.of());
    }

    public boolean has(String field, Object value) {
        return values(field).contains(value.toString());
    }

    public boolean has(String field) {
        return !value(field).isBlank();
    }

    /** The text without blanks around it; nothing when it is empty. */
    public @Nullable String text(String field) {
        String value = value(field).strip();
        return value.isEmpty() ? null : value;
    }

    public String textOr(String field, String otherwise) {
        String value = text(field);
        return value == null ? otherwise : value;
    }

    public boolean yes(String field) {
        return List.of("true", "on", "yes").contains(value(field));
    }

    public @Nullable Integer number(String field) {
        return read(field, text -> Integer.valueOf(text.replaceAll("[\\s.\\u00a0]", "")), "wrong.number");
    }

    /** A code such as a country's or an airport's: whoever writes small letters means the capitals. */
    public @Nullable String code(String field) {
        String text = text(field);
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    public @Nullable LocalDateTime moment(String field) {
        return read(field, LocalDateTime::parse, "wrong.moment");
    }

    public @Nullable LocalDate day(String field) {
        return read(field, Days::read, "wrong.day");
    }

    public @Nullable UUID id(String field) {
        return read(field, UUID::fromString, "wrong.choice");
    }

    private <T> @Nullable T read(String field, Function<String, T> reading, String otherwise) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (Days.NoSuchDay none) {
            wrong(field, none.words());
        } catch (DateTimeException | IllegalArgumentException e) {
            wrong(field, Words.now(otherwise));
        }
        return null;
    }

    public boolean isWrong() {
        return trouble != null;
    }

    public boolean isWrong(String field) {
        return wrong.containsKey(field);
    }

    public @Nullable String wrongWords(String field) {
        return wrong.get(field);
    }

    public Map<String, String> wrong() {
        return wrong;
    }

    public List<String> general() {
        return general;
    }

    public @Nullable Trouble trouble() {
        return trouble;
    }

    public String reason() {
        return reason;
    }

    public String once() {
        return once;
    }

    public boolean isStale() {
        return trouble == Trouble.STALE;
    }

    /** What is wrong, in the order of the page, each under the name of its field. */
    public List<Mistake> mistakes() {
        List<String> order = new ArrayList<>(labels.keySet());
        return wrong.entrySet().stream()
                .map(each -> new Mistake(each.getKey(), label(each.getKey()), each.getValue()))
                .sorted(Comparator.comparingInt(mistake -> {
                    int place = order.indexOf(mistake.field());
                    return place < 0 ? order.size() : place;
                }))
                .toList();
    }

    /** One field to mend. */
    public record Mistake(String field, String label, String words) {}

    /** A page with a single field has a place for what was said of none. */
    public Form gathering(String field) {
        general.forEach(words -> wrong(field, words));
        general.clear();
        return this;
    }

    /** Remembers what a field is called on this page, so that the list above the button can say it. */
    public String calling(String field, String label) {
        labels.put(field, label);
        return label;
    }

    private final Map<String, String> labels = new LinkedHashMap<>();

    public String label(String field) {
        return Optional.ofNullable(labels.get(field)).orElse("");
    }
}
