package vn.hoingo.messaging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the one method of a reaction: {@code void verb(Message message, Heard heard)}, where the message is a record with a
 * {@link Contract}. All reactions of a package are one consumer, {@code <service>.<package>}, with one place in each topic.
 * A reaction is called at least once per message and so must be idempotent; how, {@link Heard} tells.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnMessage {

    /** The topic to hear. */
    String value();

    /** The local copy that this method feeds, and the only thing it writes; it can then be rebuilt from the first message. */
    Class<?> feeds() default void.class;

    /** For a reaction to a kind of fact that already has history: messages from before this instant (ISO 8601) are skipped. */
    String since() default "";
}
