package vn.hoingo.messaging;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/** Every reaction of this service, by consumer: those of one package hear together. */
final class Reactions {

    private final Map<String, List<Reaction>> byConsumer = new TreeMap<>();

    Reactions(ListableBeanFactory beans, String service) {
        for (String name : beans.getBeanNamesForType(Object.class, false, false)) {
            Class<?> type = beans.getType(name, false);
            if (type == null) {
                continue;
            }
            Class<?> hearing = ClassUtils.getUserClass(type);
            if (!hearing.getSimpleName().startsWith("When")) {
                continue;
            }
            Map<Method, OnMessage> methods =
                    MethodIntrospector.selectMethods(hearing, (MethodIntrospector.MetadataLookup<OnMessage>)
                            method -> AnnotatedElementUtils.findMergedAnnotation(method, OnMessage.class));
            methods.forEach((method, hears) -> add(service, beans.getBean(name), hearing, method, hears));
        }
    }

    private void add(String service, Object bean, Class<?> hearing, Method method, OnMessage hears) {
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length != 2 || !parameters[0].isRecord() || parameters[1] != Heard.class) {
            throw new IllegalStateException(method + " must take its message, a record, and Heard");
        }
        Contract contract = parameters[0].getAnnotation(Contract.class);
        if (contract == null) {
            throw new IllegalStateException(parameters[0] + " needs a @Contract to be heard");
        }
        String consumer = service + "." + ClassUtils.getPackageName(hearing).replaceFirst(".*\\.", "");
        method.setAccessible(true);
        byConsumer
                .computeIfAbsent(consumer, first -> new ArrayList<>())
                .add(new Reaction(
                        consumer,
                        hearing.getSimpleName() + "-" + method.getName(),
                        hears.value(),
                        contract.value(),
                        parameters[0],
                        hears.feeds(),
                        hears.since().isEmpty() ? Instant.MIN : Instant.parse(hears.since()),
                        bean,
                        AopUtils.selectInvocableMethod(method, bean.getClass())));
    }

    Map<String, List<Reaction>> byConsumer() {
        return byConsumer;
    }

    List<Reaction> feeding(Class<?> localCopy) {
        return byConsumer.values().stream()
                .flatMap(List::stream)
                .filter(reaction -> reaction.feeds() == localCopy)
                .toList();
    }

    /**
     * One method that hears one type of message.
     *
     * @param feeds the local copy that it feeds, or {@code void}
     * @param since older messages are not for it
     */
    record Reaction(
            String consumer,
            String name,
            String topic,
            String type,
            Class<?> shape,
            Class<?> feeds,
            Instant since,
            Object bean,
            Method method) {

        boolean wants(Message message) {
            return type.equals(message.type())
                    && topic.equals(message.record().topic())
                    && !message.at().isBefore(since);
        }

        void hear(Message message) {
            Object payload = WireFormat.read(message.record().value(), shape);
            Heard heard = message.heardBy(name);
            message.acting().in(() -> {
                try {
                    return method.invoke(bean, payload, heard);
                } catch (InvocationTargetException thrown) {
                    if (thrown.getCause() instanceof RuntimeException why) {
                        throw why;
                    }
                    if (thrown.getCause() instanceof Error fatal) {
                        throw fatal;
                    }
                    throw new IllegalStateException(thrown.getCause());
                } catch (IllegalAccessException impossible) {
                    throw new IllegalStateException(impossible);
                }
            });
        }
    }
}
