package vn.hoingo.messaging;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** The virtual machine keeps no record components: looking for them at every message took longer than reading it. */
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> shape) {
            return Arrays.stream(shape.getRecordComponents()).map(Part::of).toList();
        }
    };

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
        for (Part part : parts(message.getClass())) {
            Object value = part.of(message);
            String name = path + part.name();
            if (value != null) {
                lookInside(value, name, missing);
            } else if (!part.optional()) {
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

    /** What a message consists of. */
    static List<Part> parts(Class<?> shape) {
        return PARTS.get(shape);
    }

    /** One component of a message. */
    record Part(String name, boolean optional, Method accessor) {

        private static Part of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            return new Part(component.getName(), optional, accessor);
        }

        @Nullable
        Object of(Record message) {
            try {
                return accessor.invoke(message);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** A message that breaks its contract; the reason names fields, never values. */
    static final class Unreadable extends RuntimeException {
        Unreadable(String reason) {
            super(reason, null, false, false);
        }
    }
}
