package dev.tandem.standalone.platform;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/// How to ask a process whether it is ready to work.
public sealed interface Probe {
    int TIMEOUT_MS = 2_000;

    /// False on any failure; asking must never fail the asker.
    boolean isHealthy();

    static Probe of(Part part, int port) {
        return switch (part.stage()) {
            case INFRASTRUCTURE -> new Listening(port);
            case SERVICE, EDGE -> new Ready(port);
        };
    }

    /// Broker and store open their port last.
    record Listening(int port) implements Probe {
        @Override
        public boolean isHealthy() {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
                return true;
            } catch (IOException notYet) {
                return false;
            }
        }
    }

    /// An application answers 200 on its readiness endpoint.
    record Ready(int port) implements Probe {
        @Override
        public boolean isHealthy() {
            try {
                var readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
                var connection = (HttpURLConnection) readiness.toURL().openConnection();
                connection.setConnectTimeout(TIMEOUT_MS);
                connection.setReadTimeout(TIMEOUT_MS);
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } catch (IOException notYet) {
                return false;
            }
        }
    }
}
