package vn.hoingo.journeys;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Everything that the journeys of scripts do, once, as far as it comes to its end while processes die. */
public final class Walk {

    private static final List<Class<?>> JOURNEYS = List.of(Verbs.class, StoryJourney.class, CopiesJourney.class);
    private static final int APART = 140;

    private final int number;

    /** @param number at how manieth; each is about other days, since cars and interpreters are scarce */
    public Walk(int number) {
        this.number = number;
    }

    /**
     * What broke off, and why.
     *
     * @param isOver asked before each journey whether to stop there
     */
    public List<String> take(BooleanSupplier isOver) {
        Edition.postponeAll(number * APART);
        List<String> brokeOff = new ArrayList<>();
        try {
            for (Class<?> journey : JOURNEYS) {
                for (Method test : tests(journey)) {
                    if (!isOver.getAsBoolean()) {
                        take(journey, test, brokeOff);
                    }
                }
            }
        } finally {
            Edition.postponeAll(0);
        }
        return brokeOff;
    }

    private static List<Method> tests(Class<?> journey) {
        return Arrays.stream(journey.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private void take(Class<?> journey, Method test, List<String> brokeOff) {
        try {
            Constructor<?> constructor = journey.getDeclaredConstructor();
            constructor.setAccessible(true);
            test.setAccessible(true);
            test.invoke(constructor.newInstance());
        } catch (InvocationTargetException stopped) {
            String why = String.valueOf(stopped.getCause().getMessage()).strip();
            brokeOff.add(test.getName() + " (" + why.lines().findFirst().orElse("") + ")");
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
