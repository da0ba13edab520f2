package vn.hoingo.faults.crash;

import java.util.function.Predicate;
import vn.hoingo.faults.crash.Mortals.Passed;

/**
 * One kind of command, which can be given again and again, each time to something of its own.
 *
 * @param name what kind it is
 * @param service who dies
 * @param traced false when what it sets in motion happens in nobody's name
 * @param concerns which of the points of that service are its own
 * @param preparation all that comes before the command
 */
record Shape(String name, String service, boolean traced, Predicate<Point> concerns, Preparation preparation) {

    boolean isOurs(Passed passed, String trace) {
        return passed.trace().equals(traced ? trace : "") && concerns.test(passed.point());
    }

    /** Makes what the command is given to. */
    @FunctionalInterface
    interface Preparation {
        Deed of(String mark);
    }

    /**
     * One command, ready to be given.
     *
     * @param path where it is posted
     * @param body what is posted
     * @param settled given the id that was answered, whether all has come about that the next one must not meet
     */
    record Deed(String path, String body, Predicate<String> settled) {

        Deed(String path, String body) {
            this(path, body, any -> true);
        }
    }
}
