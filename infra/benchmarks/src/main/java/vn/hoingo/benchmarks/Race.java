package vn.hoingo.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Sides that take turns, A B A B, so that whatever else the machine does hits all of them. Each turn answers its measures by
 * name; a ratio is taken within a round and never across two.
 */
final class Race {

    private final Map<String, Callable<Map<String, Double>>> sides = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Double>>> turns = new LinkedHashMap<>();

    Race side(String name, Callable<Map<String, Double>> turn) {
        sides.put(name, turn);
        return this;
    }

    /** The first turn of each only warms up. */
    Race run(int rounds) throws Exception {
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, Callable<Map<String, Double>>> side : sides.entrySet()) {
                Map<String, Double> said = side.getValue().call();
                System.err.println("round " + round + " " + side.getKey() + " " + said);
                if (round > 0) {
                    turns.computeIfAbsent(side.getKey(), first -> new ArrayList<>())
                            .add(said);
                }
            }
        }
        return this;
    }

    boolean has(String side) {
        return turns.containsKey(side);
    }

    Spread of(String side, String measure) {
        return Spread.of(values(side, measure));
    }

    Spread ratio(String side, String to, String measure) {
        List<Double> ours = values(side, measure);
        List<Double> theirs = values(to, measure);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ours.size(); round++) {
            ratios.add(ours.get(round) / theirs.get(round));
        }
        return Spread.of(ratios);
    }

    /** What a side takes more than another, round by round. */
    Spread difference(String side, String to, String measure) {
        List<Double> ours = values(side, measure);
        List<Double> theirs = values(to, measure);
        List<Double> differences = new ArrayList<>();
        for (int round = 0; round < ours.size(); round++) {
            differences.add(ours.get(round) - theirs.get(round));
        }
        return Spread.of(differences);
    }

    int rounds() {
        return turns.values().iterator().next().size();
    }

    private List<Double> values(String side, String measure) {
        List<Map<String, Double>> said = turns.get(side);
        if (said == null) {
            throw new IllegalArgumentException(side + " did not run; " + turns.keySet() + " did");
        }
        return said.stream().map(turn -> turn.getOrDefault(measure, Double.NaN)).toList();
    }
}
