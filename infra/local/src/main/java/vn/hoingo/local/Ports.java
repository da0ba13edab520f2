package vn.hoingo.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports of this machine's loopback address. */
public final class Ports {

    private static final int LOWEST = 16_000;
    private static final int OUTGOING = 32_768;

    private Ports() {}

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException ignored) {
            return false;
        }
    }

    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 200);
            return true;
        } catch (IOException ignored) {
            return false;
        }
    }

    /** So many different ports that are free. */
    public static List<Integer> free(int count) {
        int first = freeBlock(count);
        return IntStream.range(first, first + count).boxed().toList();
    }

    /**
     * The first of so many free ports in a row. They lie below those that the system gives to outgoing connections, one of which
     * could otherwise take what is free now before we listen there.
     */
    public static int freeBlock(int count) {
        for (int tries = 0; tries < 200; tries++) {
            int first = ThreadLocalRandom.current().nextInt(LOWEST, OUTGOING - count);
            if (IntStream.range(first, first + count).allMatch(Ports::isFree)) {
                return first;
            }
        }
        throw new CannotStart(ExitCode.FAILED, "no " + count + " free ports in a row on 127.0.0.1");
    }
}
