package vn.hoingo.faults.crash.agent;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Enters a service that runs already, by the JVM's attach mechanism, and has the clients of store, broker and mail server tell
 * {@link DurableSteps} what they are about to do and what they have done. The service is built and started as ever.
 */
public final class Agent {

    private static final ClassDesc STEPS = ClassDesc.of("vn.hoingo.faults.crash.agent.DurableSteps");
    private static final ClassDesc BROKER_STEPS = ClassDesc.of("vn.hoingo.faults.crash.agent.BrokerSteps");
    private static final ClassDesc CALLBACK = ClassDesc.of("org.apache.kafka.clients.producer.Callback");
    private static final ClassDesc RECORD = ClassDesc.of("org.apache.kafka.clients.producer.ProducerRecord");
    private static final ClassDesc CONSUMER = ClassDesc.of("org.apache.kafka.clients.consumer.KafkaConsumer");
    private static final int ARGUMENTS_OF_A_COMMAND = 8;

    private static final Map<String, ClassTransform> WATCHED = Map.of(
            "com/mongodb/internal/connection/DefaultServerConnection",
            in(
                    method -> is(method, "command", ARGUMENTS_OF_A_COMMAND),
                    code -> code.aload(1).aload(2).invokestatic(STEPS, "beforeStore", two(String.class, Object.class)),
                    code -> code.aload(1).aload(2).invokestatic(STEPS, "afterStore", two(String.class, Object.class))),
            "org/apache/kafka/clients/producer/KafkaProducer",
            in(
                    method -> is(method, "doSend", 2),
                    code -> code.aload(1)
                            .aload(2)
                            .invokestatic(BROKER_STEPS, "send", MethodTypeDesc.of(CALLBACK, RECORD, CALLBACK))
                            .astore(2),
                    code -> code),
            "org/apache/kafka/clients/consumer/KafkaConsumer",
            in(
                    method -> is(method, "commitSync", 1)
                            && firstParameter(method).equals(ConstantDescs.CD_Map),
                    code -> code.aload(0).aload(1).invokestatic(BROKER_STEPS, "beforeCommit", commit()),
                    code -> code.aload(0).aload(1).invokestatic(BROKER_STEPS, "afterCommit", commit())),
            "org/eclipse/angus/mail/smtp/SMTPTransport",
            in(
                    method -> is(method, "sendMessage", 2),
                    code -> code.invokestatic(STEPS, "beforeMail", ConstantDescs.MTD_void),
                    code -> code.invokestatic(STEPS, "afterMail", ConstantDescs.MTD_void)));

    private Agent() {}

    /** @param words the folder to meet in, and the name of the service */
    public static void agentmain(String words, Instrumentation instrumentation) throws UnmodifiableClassException {
        String[] told = words.split("\\|");
        if (DurableSteps.watch(Path.of(told[0]), told[1])) {
            instrumentation.addTransformer(new Watching(), true);
            for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
                if (WATCHED.containsKey(loaded.getName().replace('.', '/'))) {
                    instrumentation.retransformClasses(loaded);
                }
            }
        }
        DurableSteps.ready();
    }

    private static boolean is(MethodModel method, String name, int parameters) {
        return method.methodName().equalsString(name)
                && method.methodTypeSymbol().parameterCount() == parameters
                && method.code().isPresent();
    }

    private static ClassDesc firstParameter(MethodModel method) {
        return method.methodTypeSymbol().parameterType(0);
    }

    private static MethodTypeDesc two(Class<?> first, Class<?> second) {
        return MethodTypeDesc.of(
                ConstantDescs.CD_void,
                first.describeConstable().orElseThrow(),
                second.describeConstable().orElseThrow());
    }

    private static MethodTypeDesc commit() {
        return MethodTypeDesc.of(ConstantDescs.CD_void, CONSUMER, ConstantDescs.CD_Map);
    }

    private static ClassTransform in(Predicate<MethodModel> method, Words first, Words last) {
        return ClassTransform.transformingMethodBodies(method, new CodeTransform() {
            @Override
            public void atStart(CodeBuilder code) {
                first.into(code);
            }

            @Override
            public void accept(CodeBuilder code, CodeElement element) {
                if (element instanceof ReturnInstruction) {
                    last.into(code);
                }
                code.with(element);
            }
        });
    }

    @FunctionalInterface
    private interface Words {
        CodeBuilder into(CodeBuilder code);
    }

    private static final class Watching implements ClassFileTransformer {
        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> before,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            ClassTransform watched = name == null ? null : WATCHED.get(name);
            if (watched == null) {
                return null;
            }
            try {
                ClassFile classes = ClassFile.of();
                return classes.transformClass(classes.parse(bytes), watched);
            } catch (RuntimeException | Error unheard) {
                DurableSteps.complain(name + ": " + unheard); // the JVM would swallow it
                return null;
            }
        }
    }
}
