package vn.hoingo.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What several rounds said: their median, and between what it lies with 95 % (bootstrap over the rounds). */
record Spread(double median, double low, double high) {

    private static final int RESAMPLES = 2_000;

    static Spread of(List<Double> rounds) {
        double[] values = rounds.stream().mapToDouble(Double::doubleValue).toArray();
        Random random = new Random(1); // the same rounds give the same interval
        double[] medians = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            medians[i] = quantile(random.ints(values.length, 0, values.length).mapToDouble(at -> values[at]), 0.5);
        }
        return new Spread(
                quantile(Arrays.stream(values), 0.5),
                quantile(Arrays.stream(medians), 0.025),
                quantile(Arrays.stream(medians), 0.975));
    }

    /** The value below which this share of all lies, interpolated. */
    static double quantile(java.util.stream.DoubleStream values, double share) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
