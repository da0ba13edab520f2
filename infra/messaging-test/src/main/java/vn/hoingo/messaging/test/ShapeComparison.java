package vn.hoingo.messaging.test;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares a record with a schema, and says in words what does not fit. */
final class ShapeComparison {

    private final JsonNode root;
    private final List<String> misfits = new ArrayList<>();

    ShapeComparison(JsonNode root) {
        this.root = root;
    }

    /** Every property is a component and every component a property. */
    List<String> whole(Class<?> shape) {
        compare(shape, root, "", true);
        return misfits;
    }

    /** Every component is a property; there may be more properties. */
    List<String> part(Class<?> shape) {
        compare(shape, root, "", false);
        return misfits;
    }

    private void compare(Class<?> shape, JsonNode schema, String path, boolean whole) {
        Set<String> components = new HashSet<>();
        for (RecordComponent component : shape.getRecordComponents()) {
            String name = nameOf(component);
            components.add(name);
            JsonNode property = schema.path("properties").path(name);
            if (property.isMissingNode()) {
                misfits.add(path + name + " is not in the contract, which has "
                        + schema.path("properties").propertyNames());
                continue;
            }
            boolean required = PromisedMessages.isRequired(schema, name);
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (nullable && required && whole) {
                misfits.add(path + name + " is required by the contract and may not be @Nullable");
            }
            if (!nullable && !required) {
                misfits.add(path + name + " is optional in the contract and must be @Nullable");
            }
            compare(component.getAnnotatedType(), property, path + name, whole);
        }
        if (whole) {
            schema.path("properties").propertyNames().stream()
                    .filter(name -> !components.contains(name))
                    .forEach(name -> misfits.add(path + name + " is promised by the contract and missing"));
        }
    }

    private void compare(AnnotatedType annotated, JsonNode schemaOrReference, String path, boolean whole) {
        JsonNode schema = PromisedMessages.resolve(schemaOrReference, root);
        Type type = annotated.getType();
        Class<?> raw = raw(type);
        String kind = schema.path("type").asString("");
        switch (kind) {
            case "string" -> expect(isTextual(raw, schema, whole), path, schema, type);
            case "integer" ->
                expect(Set.of(int.class, Integer.class, long.class, Long.class).contains(raw), path, schema, type);
            case "boolean" -> expect(raw == boolean.class || raw == Boolean.class, path, schema, type);
            case "array" -> {
                if (Collection.class.isAssignableFrom(raw) && annotated instanceof AnnotatedParameterizedType list) {
                    compare(list.getAnnotatedActualTypeArguments()[0], schema.path("items"), path + "[]", whole);
                } else {
                    expect(false, path, schema, type);
                }
            }
            case "object" -> {
                if (raw.isRecord() && schema.has("properties")) {
                    compare(raw, schema, path + ".", whole);
                } else if (raw == Map.class
                        && schema.path("additionalProperties").isObject()
                        && annotated instanceof AnnotatedParameterizedType map) {
                    expect(map.getAnnotatedActualTypeArguments()[0].getType() == String.class, path, schema, type);
                    compare(
                            map.getAnnotatedActualTypeArguments()[1],
                            schema.path("additionalProperties"),
                            path + "{}",
                            whole);
                } else {
                    expect(false, path, schema, type);
                }
            }
            default -> expect(false, path, schema, type);
        }
    }

    private static boolean isTextual(Class<?> raw, JsonNode schema, boolean whole) {
        String format = schema.path("format").asString("");
        boolean wallClock = schema.path("pattern").asString("").contains("T[0-9]");
        if (raw == String.class) {
            return !whole || (format.isEmpty() && !wallClock);
        }
        return switch (format) {
            case "uuid" -> raw == UUID.class;
            case "date-time" -> raw == Instant.class;
            case "date" -> raw == LocalDate.class;
            default -> wallClock ? raw == LocalDateTime.class : raw == ZoneId.class || raw.isEnum();
        };
    }

    private void expect(boolean fits, String path, JsonNode schema, Type type) {
        if (!fits) {
            misfits.add(path + " is " + type.getTypeName() + ", which does not fit " + schema);
        }
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType parameterized -> (Class<?>) parameterized.getRawType();
            default -> Object.class;
        };
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    /** Where two payloads say different things; the same instant or wall time may be written in two ways. */
    static List<String> differences(JsonNode expected, JsonNode actual) {
        List<String> differences = new ArrayList<>();
        differences(expected, actual, "", differences);
        return differences;
    }

    private static void differences(JsonNode expected, JsonNode actual, String path, List<String> differences) {
        if (expected.isObject() && actual.isObject()) {
            Set<String> names = new HashSet<>(expected.propertyNames());
            names.addAll(actual.propertyNames());
            names.forEach(name -> differences(expected.path(name), actual.path(name), path + "/" + name, differences));
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                differences(expected.path(i), actual.path(i), path + "/" + i, differences);
            }
        } else if (!expected.equals(actual) && !sameTime(expected, actual)) {
            differences.add(path + " was " + expected + " and came back as " + actual);
        }
    }

    private static boolean sameTime(JsonNode expected, JsonNode actual) {
        if (!expected.isString() || !actual.isString()) {
            return false;
        }
        try {
            return LocalDateTime.parse(expected.asString()).equals(LocalDateTime.parse(actual.asString()));
        } catch (DateTimeParseException noWallTime) {
            try {
                return Instant.parse(expected.asString()).equals(Instant.parse(actual.asString()));
            } catch (DateTimeParseException noInstant) {
                return false;
            }
        }
    }
}
