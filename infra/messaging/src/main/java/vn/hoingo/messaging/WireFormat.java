package vn.hoingo.messaging;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How facts are written and messages read: JSON, instants in ISO 8601. Fields that the reader does not know are ignored, so
 * that a contract may grow; fields that it needs must be there.
 */
final class WireFormat {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultPropertyInclusion(included ->
                    included.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .build();

    private WireFormat() {}

    static byte[] write(Record fact) {
        return JSON.writeValueAsBytes(fact);
    }

    static <T> T read(byte @Nullable [] payload, Class<T> shape) {
        if (payload == null) {
            throw new Unreadable("no-payload");
        }
        T message;
        try {
            message = JSON.readValue(payload, shape);
        } catch (JacksonException broken) {
            throw new Unreadable("unreadable"); // its message may quote the payload
        }
        if (message == null) {
            throw new Unreadable("no-payload");
        }
        List<String> missing = new ArrayList<>();
        lookForMissing((Record) message, "", missing);
        if (!missing.isEmpty()) {
            throw new Unreadable("missing " + String.join(",", missing));
        }
        return message;
    }

    private static void lookForMissing(Record message, String path, List<String> missing) {
        for (RecordComponent component : message.getClass().getRecordComponents()) {
            Object value = value(message, component);
            String name = path + component.getName();
            if (value != null) {
                lookInside(value, name, missing);
            } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                missing.add(name);
            }
        }
    }

    private static void lookInside(@Nullable Object value, String name, List<String> missing) {
        switch (value) {
            case null -> missing.add(name);
            case Record nested -> lookForMissing(nested, name + ".", missing);
            case Collection<?> many -> many.forEach(each -> lookInside(each, name + "[]", missing));
            case Map<?, ?> many -> many.values().forEach(each -> lookInside(each, name + "{}", missing));
            default -> {}
        }
    }

    static @Nullable Object value(Record message, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(message);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A message that breaks its contract; the reason names fields, never values. */
    static final class Unreadable extends RuntimeException {
        Unreadable(String reason) {
            super(reason, null, false, false);
        }
    }
}
