package vn.hoingo.messaging.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import vn.hoingo.messaging.Announces;
import vn.hoingo.messaging.Contract;
import vn.hoingo.messaging.OnMessage;
import vn.hoingo.messaging.Travelling;

/**
 * Holds a service to the promises of {@code infra/contracts}. A record that announces has every field of its contract, a record
 * that hears has some of them, both with the right types, and the example of the contract passes through them. A service's whole test is
 *
 * <pre>{@code
 * class ContractTests extends ContractVerification {
 *     ContractTests() {
 *         super("vn.hoingo.events");
 *     }
 * }
 * }</pre>
 */
public abstract class ContractVerification {

    private final String service;
    private final PromisedMessages promised = PromisedMessages.read();
    private final List<Class<?>> classes;

    /** @param basePackage of the service; its last segment is the name under which it owns types and topics */
    protected ContractVerification(String basePackage) {
        this.service = basePackage.substring(basePackage.lastIndexOf('.') + 1);
        this.classes = classesOf(basePackage);
    }

    @TestFactory
    Stream<DynamicTest> whatItAnnouncesIsThePromiseWhole() {
        return announcing()
                .map(shape -> dynamicTest(type(shape) + " as " + name(shape), () -> {
                    JsonNode schema = promised.schema(type(shape));
                    assertThat(new ShapeComparison(schema).whole(shape)).isEmpty();
                    for (JsonNode example :
                            List.of(promised.example(type(shape)), promised.smallestExample(type(shape)))) {
                        JsonNode written =
                                promised.parse(Travelling.write((Record) Travelling.read(bytes(example), shape)));
                        assertThat(ShapeComparison.differences(example, written))
                                .isEmpty();
                        assertThat(promised.violations(type(shape), written)).isEmpty();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatItHearsIsPartOfThePromise() {
        return hearing()
                .map(shape -> dynamicTest(type(shape) + " as " + name(shape), () -> {
                    JsonNode schema = promised.schema(type(shape));
                    assertThat(new ShapeComparison(schema).part(shape)).isEmpty();
                    Travelling.read(bytes(promised.example(type(shape))), shape);
                    Travelling.read(bytes(promised.smallestExample(type(shape))), shape);
                }));
    }

    @TestFactory
    Stream<DynamicTest> aReactionHearsTheTopicOnWhichItsMessageTravels() {
        return reactions()
                .map(method -> dynamicTest(name(method.getDeclaringClass()) + "." + method.getName(), () -> {
                    Class<?> message = method.getParameterTypes()[0];
                    assertThat(message).hasAnnotation(Contract.class);
                    assertThat(method.getAnnotation(OnMessage.class).value()).isEqualTo(promised.topic(type(message)));
                }));
    }

    @TestFactory
    Stream<DynamicTest> anAggregateAnnouncesToItsOwnServicesTopic() {
        return aggregates()
                .map(aggregate -> dynamicTest(name(aggregate), () -> {
                    String topic = aggregate.getAnnotation(Announces.class).value();
                    assertThat(topic).startsWith(service + ".");
                    assertThat(promised.topics()).contains(topic);
                }));
    }

    @TestFactory
    Stream<DynamicTest> aFactIsAnnouncedWhereItsAggregateLives() {
        return announcing()
                .map(shape -> dynamicTest(type(shape), () -> {
                    List<String> topics = aggregates()
                            .filter(aggregate -> aggregate.getPackageName().equals(shape.getPackageName()))
                            .map(aggregate ->
                                    aggregate.getAnnotation(Announces.class).value())
                            .toList();
                    assertThat(topics).contains(promised.topic(type(shape)));
                }));
    }

    /** Records of our own types that no reaction of ours takes: those are the facts. */
    private Stream<Class<?>> announcing() {
        Set<Class<?>> heard = heard();
        return shapes().filter(shape -> isOurs(shape) && !heard.contains(shape));
    }

    private Stream<Class<?>> hearing() {
        Set<Class<?>> heard = heard();
        return shapes().filter(shape -> !isOurs(shape) || heard.contains(shape));
    }

    private Stream<Class<?>> shapes() {
        return classes.stream().filter(each -> each.isAnnotationPresent(Contract.class));
    }

    private Stream<Class<?>> aggregates() {
        return classes.stream().filter(each -> each.isAnnotationPresent(Announces.class));
    }

    private Stream<Method> reactions() {
        return classes.stream()
                .flatMap(each -> Stream.of(each.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(OnMessage.class));
    }

    private Set<Class<?>> heard() {
        Set<Class<?>> heard = new LinkedHashSet<>();
        reactions().forEach(method -> heard.add(method.getParameterTypes()[0]));
        return heard;
    }

    private boolean isOurs(Class<?> shape) {
        return type(shape).startsWith(service + ".");
    }

    private static String type(Class<?> shape) {
        return shape.getAnnotation(Contract.class).value();
    }

    private static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static List<Class<?>> classesOf(String basePackage) {
        List<Class<?>> classes = new ArrayList<>();
        for (var found : new OwnClasses().findCandidateComponents(basePackage)) {
            try {
                String name = ((AnnotatedBeanDefinition) found).getMetadata().getClassName();
                classes.add(ClassUtils.forName(name, ContractVerification.class.getClassLoader()));
            } catch (ClassNotFoundException | LinkageError unloadable) {
                throw new IllegalStateException(unloadable);
            }
        }
        return classes;
    }

    /** Every class of the service, nested ones too, and none of its tests. */
    private static final class OwnClasses extends ClassPathScanningCandidateComponentProvider {

        OwnClasses() {
            super(false);
            addIncludeFilter((MetadataReader reader, MetadataReaderFactory readers) -> isOwn(reader.getResource()));
        }

        private static boolean isOwn(Resource resource) {
            return !String.valueOf(resource).contains("test-classes");
        }

        @Override
        protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
            return true;
        }
    }
}
