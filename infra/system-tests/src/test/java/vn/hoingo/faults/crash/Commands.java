package vn.hoingo.faults.crash;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import vn.hoingo.messaging.OnMessage;
import vn.hoingo.messaging.WhenDue;

/** Every way in which something can be changed, as the code has it: requests, reactions, due dates and schedules. */
final class Commands {

    private static final int SERVICE = 2;

    private Commands() {}

    /** By service, named as {@link Point#door} names them. */
    static SortedMap<String, Set<String>> all() {
        SortedMap<String, Set<String>> all = new TreeMap<>();
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(
                                "vn.hoingo.events",
                                "vn.hoingo.delegations",
                                "vn.hoingo.invitations",
                                "vn.hoingo.logistics",
                                "vn.hoingo.operations",
                                "vn.hoingo.identity")
                        .stream()
                        .flatMap(Commands::in)
                        .forEach(method -> all.computeIfAbsent(
                                        method.getOwner().getPackageName().split("\\.")[SERVICE],
                                        any -> new TreeSet<>())
                                .add(name(method)));
        return all;
    }

    private static Stream<JavaMethod> in(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(PostMapping.class)
                        || method.isAnnotatedWith(PutMapping.class)
                        || method.isAnnotatedWith(DeleteMapping.class)
                        || method.isAnnotatedWith(OnMessage.class)
                        || method.isAnnotatedWith(Scheduled.class)
                        || method.getName().equals("becameDue")
                                && type.isAssignableTo(WhenDue.class)
                                && !method.getModifiers().contains(JavaModifier.BRIDGE));
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getName().replaceFirst("\\$.*$", "").replaceFirst("^.*\\.([^.]+\\.[^.]+)$", "$1") + "."
                + method.getName();
    }
}
