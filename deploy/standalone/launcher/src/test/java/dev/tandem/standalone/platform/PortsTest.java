package dev.tandem.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void countsUpFromTheBase() {
        var ports = Ports.from(30_000);

        assertThat(ports.of(Port.GATEWAY)).isEqualTo(30_000);
        assertThat(ports.of(Port.STORE)).isEqualTo(30_007);
    }

    @Test
    void saysInOneLineWhichPortIsTakenAndHowToChangeIt() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = Ports.free().with(Port.CREDIT, taken.getLocalPort());

            assertThatThrownBy(() -> ports.requireFree(List.of(Port.GATEWAY, Port.CREDIT)))
                    .isInstanceOf(PlatformException.class)
                    .hasMessage("port " + taken.getLocalPort()
                            + " (credit) is in use: free it, or choose another with --credit-port or --port-base");
        }
    }

    @Test
    void refusesNumbersThatAreNoPortsOrGivenTwice() {
        assertThatThrownBy(() -> Ports.standard().with(Port.STORE, 70_000))
                .hasMessageContaining("--store-port must be");
        assertThatThrownBy(() -> Ports.standard().with(Port.STORE, 8080)).hasMessageContaining("the same number");
    }
}
