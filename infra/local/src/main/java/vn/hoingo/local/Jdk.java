package vn.hoingo.local;

import java.nio.file.Path;

/** The JDK that we run on, and that everything we start runs on too. */
final class Jdk {

    private static final int FEATURE = 25;

    private Jdk() {}

    static String java() {
        return program("java");
    }

    static String javac() {
        return program("javac");
    }

    private static String program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    static void require() {
        if (Runtime.version().feature() < FEATURE) {
            throw new CannotStart(
                    ExitCode.NO_JDK,
                    "Java " + Runtime.version().feature() + " runs this, and JDK 25 is needed: set JAVA_HOME to one");
        }
    }
}
