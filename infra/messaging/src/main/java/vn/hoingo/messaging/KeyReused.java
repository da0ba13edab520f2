package vn.hoingo.messaging;

/** An Idempotency-Key came a second time, with another command. */
public final class KeyReused extends RuntimeException {

    KeyReused() {
        super("this Idempotency-Key was used for another command", null, false, false);
    }
}
