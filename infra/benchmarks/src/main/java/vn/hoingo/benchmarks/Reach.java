package vn.hoingo.benchmarks;

/** What a ratio shall be. */
record Reach(boolean atMost, double bound) {

    static Reach atMost(double bound) {
        return new Reach(true, bound);
    }

    static Reach atLeast(double bound) {
        return new Reach(false, bound);
    }

    boolean isReached(Spread ratio) {
        return atMost ? ratio.median() <= bound : ratio.median() >= bound;
    }

    String inWords() {
        return (atMost ? "at most " : "at least ") + bound;
    }
}
