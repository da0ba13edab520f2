package vn.hoingo.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * What Spring would find out at each start, which parts an application has and how they hold together, found out once by
 * Spring's own processor and written into the unpacked jar as classes: a fifth less work at each start.
 */
final class Wiring {

    /** Tells Spring to read what was written instead of looking again. */
    static final String FLAG = "-Dspring.aot.enabled=true";

    private static final String PROCESSOR = "org.springframework.boot.SpringApplicationAotProcessor";
    private static final long PATIENCE_MINUTES = 3;

    private final Path unpacked;
    private final Path jar;

    /** @param jar the application's own, in the folder where it lies unpacked */
    Wiring(Path unpacked, Path jar) {
        this.unpacked = unpacked;
        this.jar = jar;
    }

    static boolean isIn(Path unpacked) {
        return Files.exists(mark(unpacked));
    }

    private static Path mark(Path unpacked) {
        return unpacked.resolve("wired");
    }

    /**
     * Answers whether it was written. What the two programs said is in {@code wiring.log}.
     *
     * @param java how a JVM is started, without what it shall run
     * @param environment the one that the application will run in, since its parts may depend on that
     */
    boolean write(String id, List<String> java, Map<String, String> environment) throws IOException {
        Path made = unpacked.resolve("wiring");
        Path sources = made.resolve("sources");
        Path classes = made.resolve("classes");
        try {
            List<String> find = new ArrayList<>(java);
            find.addAll(List.of("-cp", jar.toString(), PROCESSOR, mainClass(), sources.toString()));
            find.addAll(List.of(classes.toString(), classes.toString(), "vn.hoingo", id));
            if (!succeeds(find, environment) || !succeeds(compile(sources, classes), environment)) {
                return false;
            }
            addToJar(classes);
            Files.createFile(mark(unpacked));
            return true;
        } finally {
            Folders.delete(made);
        }
    }

    private String mainClass() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        }
    }

    private List<String> compile(Path sources, Path classes) throws IOException {
        Path list = sources.resolve("list");
        try (Stream<Path> all = Files.walk(sources)) {
            Files.write(
                    list,
                    all.filter(path -> path.toString().endsWith(".java"))
                            .map(path -> '"' + path.toString() + '"')
                            .toList());
        }
        return List.of(
                Jdk.javac(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-parameters",
                "-proc:none",
                "-nowarn",
                "-cp",
                jar + File.pathSeparator + classes,
                "-d",
                classes.toString(),
                "@" + list);
    }

    private boolean succeeds(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        unpacked.resolve("wiring.log").toFile()));
        Program.confine(builder.environment(), environment);
        Process process = builder.start();
        try {
            return process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    private void addToJar(Path classes) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(jar);
                Stream<Path> all = Files.walk(classes)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = inside.getPath(classes.relativize(file).toString());
                Path folder = target.getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
