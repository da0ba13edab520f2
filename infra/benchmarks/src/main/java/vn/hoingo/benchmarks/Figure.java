package vn.hoingo.benchmarks;

/** One thing that is measured, by the name under which it is asked for. */
interface Figure {

    /** Prints its lines as they are known. */
    void measure(Effort effort, Lines lines) throws Exception;

    /**
     * How much is measured.
     *
     * @param rounds how often each side takes its turn
     * @param size of one turn, in percent of the usual one
     */
    record Effort(int rounds, int size) {

        int of(int usual) {
            return Math.max(1, usual * size / 100);
        }
    }
}
