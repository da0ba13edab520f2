package vn.hoingo.identity.account;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 12 MB and three passes for each hash. Two at a time: a crowd at the door waits for a moment instead of filling the memory.
 */
@Component
class Passwords {

    private static final int LONGEST = 1000;

    private static final int KILOBYTES = 12 * 1024;

    private final Argon2PasswordEncoder argon2;
    private final Semaphore room = new Semaphore(2);
    private volatile @Nullable String nobodys;

    @Autowired
    Passwords() {
        this(KILOBYTES);
    }

    Passwords(int kilobytes) {
        this.argon2 = new Argon2PasswordEncoder(16, 32, 1, kilobytes, 3);
    }

    String hash(String password) {
        room.acquireUninterruptibly();
        try {
            return String.valueOf(argon2.encode(password));
        } finally {
            room.release();
        }
    }

    /** Takes as long for an account that does not exist, so that its absence does not show. */
    boolean matches(String password, @Nullable String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        String known = hash == null ? nobodys() : hash;
        room.acquireUninterruptibly();
        try {
            return argon2.matches(password, known) && hash != null;
        } finally {
            room.release();
        }
    }

    private String nobodys() {
        String hash = nobodys;
        if (hash == null) {
            hash = hash("nobody");
            nobodys = hash;
        }
        return hash;
    }
}
