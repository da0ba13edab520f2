package vn.hoingo.portal.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.portal.relay.Text;

/** Words for keys from our messages, and for codes from the contracts, in the reader's language. */
@Component
public class Words {

    private static @Nullable MessageSource source;

    private final MessageSource messages;
    private final Map<String, Map<String, Text>> codes;

    Words(MessageSource messages, JsonMapper mapper) throws IOException {
        this.messages = messages;
        source = messages;
        try (InputStream file = new ClassPathResource("contracts/words.json").getInputStream()) {
            codes = mapper.readValue(file, new TypeReference<>() {});
        }
    }

    /** What may be chosen: each code and its word, as a choice begins, in the order given. */
    public Map<String, String> choices(String kind, List<String> codes) {
        Map<String, String> choices = new LinkedHashMap<>();
        codes.forEach(code -> choices.put(code, upperFirst(of(kind, code))));
        return choices;
    }

    /** For places that no bean reaches; the same messages. */
    static String now(String key, Object... values) {
        return source == null
                ? key
                : Objects.requireNonNull(source.getMessage(key, values, key, LocaleContextHolder.getLocale()));
    }

    public String say(String key, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, key, LocaleContextHolder.getLocale()));
    }

    /** What there is of these, side by side. */
    public String row(@Nullable Object... parts) {
        return Stream.of(parts)
                .map(part -> part == null ? "" : part.toString().strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** The words of a key that may not exist; then nothing. */
    public @Nullable String known(@Nullable String key) {
        return key == null ? null : messages.getMessage(key, null, null, LocaleContextHolder.getLocale());
    }

    /** A code's word: ours first ({@code kind.code}), then the contracts', else the code itself. */
    public String of(String kind, @Nullable Object code) {
        if (code == null) {
            return "";
        }
        String ours = messages.getMessage(kind + "." + code, null, null, LocaleContextHolder.getLocale());
        if (ours != null) {
            return ours;
        }
        Map<String, Text> ofKind = codes.get(kind);
        Text word = ofKind == null ? null : ofKind.get(code.toString());
        return word == null ? code.toString() : word.here();
    }

    public Set<String> codes(String kind) {
        Map<String, Text> ofKind = codes.get(kind);
        return ofKind == null ? Set.of() : ofKind.keySet();
    }

    public static String upperFirst(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(LocaleContextHolder.getLocale()) + words.substring(1);
    }

    public String first(String words) {
        return upperFirst(words);
    }
}
