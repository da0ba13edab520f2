package vn.hoingo.messaging;

import com.mongodb.WriteConcern;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.UuidRepresentation;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Import;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveCallback;
import org.springframework.data.mongodb.core.mapping.event.BeforeConvertCallback;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveCallback;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.util.ClassUtils;

/** Puts the library to work in a service that names itself by {@code spring.application.name}. */
@AutoConfiguration(
        after = KafkaAutoConfiguration.class,
        afterName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
public class MessagingAutoConfiguration {

    private final String service;

    MessagingAutoConfiguration(@Value("${spring.application.name}") String service) {
        this.service = service;
    }

    /** What must be decided before the store is opened: how ids, times and zones are stored, and what counts as stored. */
    @AutoConfiguration(
            beforeName = {
                "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
                "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"
            })
    public static class Storing {

        @Bean
        @ConditionalOnMissingBean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer durable() {
            return settings -> settings.uuidRepresentation(UuidRepresentation.STANDARD)
                    .writeConcern(WriteConcern.MAJORITY.withJournal(true));
        }

        @Bean
        @ConditionalOnMissingBean
        MongoCustomConversions conversions(BeanFactory beans) {
            List<Class<?>> ids = types(beans, Id.class);
            return MongoCustomConversions.create(adapter -> adapter.useNativeDriverJavaTimeCodecs()
                    .registerConverters(List.of(new IdConversion(ids), new ZoneToText(), new TextToZone())));
        }
    }

    @Bean
    AggregateKinds aggregateKinds(BeanFactory beans) {
        return new AggregateKinds(new HashSet<>(types(beans, Aggregate.class)));
    }

    @Bean
    Decisions decisions() {
        return new Decisions();
    }

    @Bean
    LocalCopies localCopies(MongoOperations mongo) {
        return new LocalCopies(mongo);
    }

    @Bean
    KafkaTemplate<String, byte[]> messages(KafkaProperties properties) {
        Map<String, Object> settings = new HashMap<>(properties.buildProducerProperties());
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(settings));
    }

    @Bean
    Relay relay(MongoOperations mongo, KafkaTemplate<String, byte[]> messages) {
        return new Relay(mongo, messages);
    }

    @Bean
    Sweep sweep(MongoOperations mongo, AggregateKinds kinds, Relay relay, Clock clock) {
        return new Sweep(mongo, kinds, relay, clock);
    }

    @Bean
    Tallies tallies(MongoOperations mongo) {
        return new Tallies(mongo);
    }

    @Bean
    BlockedKeys blockedKeys(MongoOperations mongo) {
        return new BlockedKeys(mongo);
    }

    @Bean
    BeforeConvertCallback<Aggregate<?>> sealing(Clock clock) {
        Sealing sealing = new Sealing(clock, service);
        return new BeforeConvertCallback<>() {
            @Override
            public Aggregate<?> onBeforeConvert(Aggregate<?> aggregate, String collection) {
                sealing.seal(aggregate);
                return aggregate;
            }
        };
    }

    @Bean
    BeforeSaveCallback<Aggregate<?>> weighing() {
        return new BeforeSaveCallback<>() {
            @Override
            public Aggregate<?> onBeforeSave(Aggregate<?> aggregate, org.bson.Document document, String collection) {
                Sealing.weigh(aggregate, document, collection);
                return aggregate;
            }
        };
    }

    @Bean
    AfterSaveCallback<Aggregate<?>> waking(ObjectProvider<Relay> relay, ObjectProvider<AggregateKinds> kinds) {
        return new AfterSaveCallback<>() {
            @Override
            public Aggregate<?> onAfterSave(Aggregate<?> aggregate, org.bson.Document document, String collection) {
                if (!aggregate.outbox().isEmpty()) {
                    String topic = kinds.getObject().of(aggregate.getClass()).topic();
                    relay.getObject()
                            .wake(new Relay.Parcel(
                                    collection, topic, aggregate.id().value(), List.copyOf(aggregate.outbox())));
                }
                return aggregate;
            }
        };
    }

    @Bean
    Mechanism mechanism(
            ListableBeanFactory beans,
            KafkaProperties properties,
            KafkaTemplate<String, byte[]> messages,
            MongoOperations mongo,
            LocalCopies copies,
            BlockedKeys blocked,
            Tallies tallies,
            Clock clock) {
        Reactions reactions = new Reactions(beans, service);
        Map<String, Hearing> hearings = new LinkedHashMap<>();
        reactions
                .byConsumer()
                .forEach((consumer, theirs) -> hearings.put(
                        consumer,
                        new Hearing(
                                consumer,
                                theirs,
                                () -> connect(properties, consumer),
                                messages,
                                blocked,
                                tallies,
                                clock)));
        Supplier<Consumer<String, byte[]>> aside = () -> connect(properties, null);
        return new Mechanism(
                hearings,
                new Repair(hearings, blocked, tallies, aside, () -> new Lease(mongo, Repair.LEASE_NAME)),
                new Rebuild(mongo, copies, reactions, blocked, tallies, aside));
    }

    @Bean
    Foundations messagingFoundations(
            KafkaAdmin broker,
            MongoOperations mongo,
            AggregateKinds kinds,
            Mechanism mechanism,
            Sweep sweep,
            ObjectProvider<WhenDue<?>> minders,
            Clock clock) {
        DueDates dueDates = new DueDates(mongo, kinds, minders.stream().toList(), clock);
        return new Foundations(broker, mongo, kinds, mechanism.hearings(), sweep::once, dueDates::once);
    }

    /** @param group null for a look aside that commits nothing */
    static Consumer<String, byte[]> connect(
            KafkaProperties properties, @org.jspecify.annotations.Nullable String group) {
        Map<String, Object> settings = new HashMap<>(properties.buildConsumerProperties());
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, group == null ? 1000 : 50);
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 600_000);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        if (group != null) {
            settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        }
        return new KafkaConsumer<>(settings);
    }

    private static List<Class<?>> types(BeanFactory beans, Class<?> kind) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(kind));
        List<Class<?>> found = new ArrayList<>();
        for (String base : AutoConfigurationPackages.get(beans)) {
            scanner.findCandidateComponents(base)
                    .forEach(candidate -> found.add(ClassUtils.resolveClassName(
                            java.util.Objects.requireNonNull(candidate.getBeanClassName()), null)));
        }
        return found;
    }

    /** What hears and mends; made once the reactions are known. */
    record Mechanism(Map<String, Hearing> hearings, Repair repair, Rebuild rebuild) {}

    /** The HTTP side, where the service has one. */
    @AutoConfiguration(after = MessagingAutoConfiguration.class)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @Import(MessagingController.class)
    public static class Http {

        @Bean
        Repair repair(Mechanism mechanism) {
            return mechanism.repair();
        }

        @Bean
        Rebuild rebuild(Mechanism mechanism) {
            return mechanism.rebuild();
        }
    }

    /** Ids are stored as plain UUIDs, whatever record carries them. */
    static final class IdConversion implements GenericConverter {

        private final Set<ConvertiblePair> pairs = new HashSet<>();
        private final Map<Class<?>, Function<UUID, Object>> constructors = new HashMap<>();

        IdConversion(List<Class<?>> ids) {
            for (Class<?> id : ids) {
                pairs.add(new ConvertiblePair(id, UUID.class));
                pairs.add(new ConvertiblePair(UUID.class, id));
                constructors.put(id, constructor(id));
            }
        }

        private static Function<UUID, Object> constructor(Class<?> id) {
            try {
                var constructor = id.getDeclaredConstructor(UUID.class);
                constructor.setAccessible(true);
                return value -> {
                    try {
                        return constructor.newInstance(value);
                    } catch (InstantiationException | IllegalAccessException | InvocationTargetException broken) {
                        throw new IllegalStateException(broken);
                    }
                };
            } catch (NoSuchMethodException missing) {
                throw new IllegalStateException(id + " must be a record of one UUID", missing);
            }
        }

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return pairs;
        }

        @Override
        public @org.jspecify.annotations.Nullable Object convert(
                @org.jspecify.annotations.Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            return switch (source) {
                case null -> null;
                case Id id -> id.value();
                case UUID value ->
                    java.util.Objects.requireNonNull(constructors.get(to.getType()))
                            .apply(value);
                default -> throw new IllegalArgumentException("neither an id nor a UUID: " + source.getClass());
            };
        }
    }

    @WritingConverter
    static final class ZoneToText implements Converter<ZoneId, String> {
        @Override
        public String convert(ZoneId zone) {
            return zone.getId();
        }
    }

    @ReadingConverter
    static final class TextToZone implements Converter<String, ZoneId> {
        @Override
        public ZoneId convert(String text) {
            return ZoneId.of(text);
        }
    }
}
