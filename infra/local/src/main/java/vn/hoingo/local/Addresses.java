package vn.hoingo.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** Who listens where, all on 127.0.0.1, counted from the one port that was asked for. */
record Addresses(int port) {

    /** The farthest port from the first. */
    static final int SPAN = 25;

    int of(Deployable deployable) {
        return port + deployable.offset();
    }

    int broker() {
        return port + 12;
    }

    int controller() {
        return port + 13;
    }

    int store() {
        return port + 17;
    }

    int mail() {
        return port + SPAN;
    }

    /** What people and tokens call us. */
    String published() {
        return "http://localhost:" + port;
    }

    String direct(Deployable deployable) {
        return "http://127.0.0.1:" + of(deployable);
    }

    /** Ports that are in use, or an empty text: which, and who needs them. */
    void requireFree(boolean ownStore) {
        Map<Integer, String> needed = new LinkedHashMap<>();
        needed.put(of(Deployable.GATEWAY), Deployable.GATEWAY.id());
        Deployable.services().forEach(service -> needed.put(of(service), service.id()));
        needed.put(broker(), "broker");
        needed.put(controller(), "broker's controller");
        if (ownStore) {
            needed.put(store(), "store");
        }
        needed.put(mail(), "mail inbox");
        needed.forEach((number, who) -> {
            if (!Ports.isFree(number)) {
                throw new CannotStart(
                        ExitCode.PORT_IN_USE,
                        "port " + number + " is in use and the " + who
                                + " needs it: free it, or choose others by --port");
            }
        });
    }
}
