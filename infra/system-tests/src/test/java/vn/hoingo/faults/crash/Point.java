package vn.hoingo.faults.crash;

/**
 * A moment at which a process may die: before or after a step that outlives it.
 *
 * @param moment {@code before} or {@code after}
 * @param door the controller, the reaction or the due date that made it take the step; {@code Relay} with the type of a fact
 * @param step what is told to store, broker or post
 */
record Point(String moment, String door, String step) {

    static Point of(String line) {
        String[] parts = line.split("\t", -1);
        return new Point(parts[0], parts[1], parts[2]);
    }

    String line() {
        return String.join("\t", moment, door, step);
    }

    @Override
    public String toString() {
        return moment + " " + step + (door.isEmpty() ? "" : " of " + door);
    }
}
