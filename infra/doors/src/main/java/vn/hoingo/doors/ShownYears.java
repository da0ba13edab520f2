package vn.hoingo.doors;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/**
 * A day or a time is of a year with four digits, or it is a typing error. Java reckons a thousand million years either way;
 * the store does not, and what one service would let in, the next one could not handle.
 */
final class ShownYears extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1;

    private static final int FIRST = 1;
    private static final int LAST = 9998; // so that no zone's clock shows the year after

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier described, ValueDeserializer<?> reader) {
        Class<?> type = described.getBeanClass();
        return type == LocalDate.class || type == LocalDateTime.class || type == Instant.class
                ? new Checked(reader)
                : reader;
    }

    static boolean isShown(Object time) {
        return switch (time) {
            case LocalDate day -> isShown(day.getYear());
            case LocalDateTime moment -> isShown(moment.getYear());
            case Instant instant -> isShown(instant.atOffset(ZoneOffset.UTC).getYear());
            default -> true;
        };
    }

    private static boolean isShown(int year) {
        return year >= FIRST && year <= LAST;
    }

    private static final class Checked extends DelegatingDeserializer {

        Checked(ValueDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
            return new Checked(reader);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            Object time = super.deserialize(parser, context);
            if (time != null && !isShown(time)) {
                throw context.weirdStringException(time.toString(), time.getClass(), "not a year that is shown");
            }
            return time;
        }
    }
}
