package vn.hoingo.faults.checker;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.history.Line.Row;

/** What a service knows of others, made anew from the first message, is what it knew. */
public record ConvergenceAfterRebuild() implements Invariant {

    @Override
    public Stream<String> breaches(History history) {
        Map<String, String> living = rows(history, false);
        Map<String, String> rebuilt = rows(history, true);
        Set<String> all = new TreeSet<>(living.keySet());
        all.addAll(rebuilt.keySet());
        return all.stream()
                .filter(row -> !living.getOrDefault(row, "").equals(rebuilt.getOrDefault(row, "")))
                .map(row -> "%s is %s in the living copy and %s in the one made anew"
                        .formatted(row, living.getOrDefault(row, "missing"), rebuilt.getOrDefault(row, "missing")));
    }

    private static Map<String, String> rows(History history, boolean rebuilt) {
        Map<String, String> rows = new TreeMap<>();
        history.all(Row.class)
                .filter(row -> row.rebuilt() == rebuilt)
                .forEach(row -> rows.put(row.service() + "." + row.copy() + "/" + row.id(), row.digest()));
        return rows;
    }
}
