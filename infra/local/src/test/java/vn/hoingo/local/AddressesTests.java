package vn.hoingo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesTests {

    @Test
    void everyPortFollowsFromTheFirst() {
        Addresses addresses = new Addresses(9080);

        assertThat(addresses.published()).isEqualTo("http://localhost:9080");
        assertThat(addresses.direct(Deployable.IDENTITY)).isEqualTo("http://127.0.0.1:9086");
        assertThat(List.of(addresses.broker(), addresses.controller(), addresses.store(), addresses.mail()))
                .containsExactly(9092, 9093, 9097, 9105);
    }

    @Test
    void aPortInUseIsNamedWithWhoeverNeedsIt() throws Exception {
        Addresses addresses = new Addresses(Ports.freeBlock(Addresses.SPAN + 1));
        int port = addresses.of(Deployable.LOGISTICS);
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {

            assertThatThrownBy(() -> addresses.requireFree(true))
                    .isInstanceOfSatisfying(CannotStart.class, refusal -> assertThat(refusal.code())
                            .isEqualTo(ExitCode.PORT_IN_USE))
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("the logistics needs it")
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void aPortIsFreeAgainWhenItsHolderHasGone() throws Exception {
        ServerSocket holder = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        int port = holder.getLocalPort();
        assertThat(Ports.isFree(port)).isFalse();

        holder.close();

        assertThat(Ports.isFree(port)).isTrue();
    }
}
